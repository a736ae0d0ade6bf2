import { readable } from "../script/connection.js";
import { fill, make } from "../script/dom.js";

// The hub waits as long.
const PATIENCE_MILLIS = 60_000;

const byId = id => document.getElementById(id);

/** Asks other windows, and answers what they ask. */
export class Asking {
  #connection;
  #online = false;
  #id;
  #version = -1;
  #others = [];

  constructor(connection) {
    this.#connection = connection;
    byId("ask-form").addEventListener("submit", event => {
      event.preventDefault();
      this.#ask();
    });
  }

  enable(online) {
    this.#online = online;
    this.#showOthers();
  }

  /** This window is among those who are here; a server that was started anew counts from the beginning. */
  enter({ id, here }) {
    this.#id = id;
    this.#version = -1;
    this.heard(here);
  }

  heard({ version, windows }) {
    if (this.#id !== undefined && version > this.#version) {
      this.#version = version;
      this.#others = windows.filter(({ id }) => id !== this.#id);
      byId("me").textContent = windows.find(({ id }) => id === this.#id)?.name ?? "…";
      this.#showOthers();
    }
  }

  /** Another window asks something; gives back, some time, what somebody answers here, or null. */
  asked(from, question) {
    return new Promise(resolve => {
      const reply = make("input", { className: "field", "aria-label": "Your answer", placeholder: "Your answer", maxlength: 200,
        autocomplete: "off", "data-testid": "reply" });
      const answer = make("button", { className: "button primary", text: "Answer", "data-testid": "answer" });
      const decline = make("button", { className: "button", type: "button", text: "Decline", "data-testid": "decline" });
      const form = make("form", {}, reply, answer, decline);
      const item = tell(from, question, "asked");
      item.append(form);
      const end = (text, said) => {
        clearTimeout(patience);
        form.replaceWith(make("small", { text: said }));
        item.classList.remove("asked");
        resolve(text);
      };
      const patience = setTimeout(() => end(null, "Nobody answered in time."), PATIENCE_MILLIS);
      decline.addEventListener("click", () => end(null, "Declined."));
      form.addEventListener("submit", event => {
        event.preventDefault();
        if (reply.value.trim()) {
          end(reply.value.trim(), `Answered: ${reply.value.trim()}`);
        }
      });
    });
  }

  async #ask() {
    const { value: id, selectedOptions: [chosen] } = byId("window");
    const question = byId("question").value.trim();
    if (!id || !question) {
      return;
    }
    byId("question").value = "";
    const name = chosen.textContent;
    const answer = make("b", { text: "…" });
    tell(`To ${name}`, question, "").append(make("div", { "data-testid": "told" }, `${name}: `, answer));
    try {
      answer.textContent = await this.#connection.invoke("ask", id, question) ?? "(does not want to say)";
    } catch (error) {
      answer.textContent = readable(error);
    }
  }

  #showOthers() {
    fill(byId("window"), this.#others, ({ id }) => id,
      ({ id }) => make("option", { value: id }), (option, { name }) => {
        option.textContent = name;
      });
    byId("alone").hidden = this.#others.length > 0;
    byId("ask-form").hidden = this.#others.length === 0;
    byId("ask").disabled = !this.#online;
  }
}

/** Adds to the talk, the newest in front. */
function tell(who, text, className) {
  const item = make("li", { className, "data-testid": "said" }, make("small", { text: who }), make("span", { text }));
  byId("talk").prepend(item);
  return item;
}
