import { make } from "../script/dom.js";

const byId = id => document.getElementById(id);

/** Draws one process: what its queue's messages say, and the messages themselves. */
export class Run {
  #percent = 0;
  #found = 0;

  begin(queueId) {
    this.#percent = 0;
    this.#found = 0;
    byId("found").replaceChildren();
    byId("wire").replaceChildren();
    byId("hint").hidden = true;
    byId("wire-panel").hidden = false;
    byId("elsewhere").href = `#${queueId}`;
    byId("command").textContent = `curl -N ${new URL(`../queues/${encodeURIComponent(queueId)}`, location)}`;
    this.#show("running", "Waiting for the first message…");
  }

  hear(id, data) {
    const wire = byId("wire");
    wire.append(`id: ${id}\ndata: ${data}\n\n`);
    wire.scrollTop = wire.scrollHeight;
    if (data.startsWith("{")) {
      this.#progressed(JSON.parse(data));
    }
  }

  /** The connection is lost; the browser is about to open another one. */
  lose() {
    this.#show("running", "Connection lost. Going on behind the last message as soon as it is back…");
  }

  end(how) {
    if (how === "taken-over") {
      this.#show("over", "Another window has taken over.");
    } else if (how === "not-found") {
      this.#show("over", "There is no such process, or it is over and forgotten.");
    } else if (this.#percent < 100) {
      this.#show("over", "The process was ended early.");
    } else {
      this.#show("done", `Done: ${this.#found} primes were found.`);
    }
  }

  #progressed({ percent, exponent, prime, digits }) {
    this.#percent = percent;
    if (prime) {
      this.#found++;
      const number = make("strong", {}, "2", make("sup", { text: exponent }), " − 1");
      const length = make("small", { text: digits === 1 ? "1 digit" : `${digits} digits` });
      byId("found").append(make("li", { "data-testid": "prime" }, number, length));
    }
    this.#show("running", `Tried p = ${exponent}, ${this.#found} found so far.`);
  }

  #show(state, sentence) {
    document.querySelector(".run").dataset.state = state;
    byId("sentence").textContent = sentence;
    byId("percent").textContent = `${this.#percent} %`;
    byId("progress").value = this.#percent;
  }
}
