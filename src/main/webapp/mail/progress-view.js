import { make } from "../script/dom.js";

const WORDS = { WAITING: "Waiting", SENT: "Sent", FAILED: "Failed", BOUNCED: "Bounced" };

const byId = id => document.getElementById(id);

/** Draws one mailing: how far it is, and what became of each recipient's letter. */
export class ProgressView {
  #rows = [];

  constructor() {
    byId("counts").addEventListener("change", ({ target }) => {
      byId("deliveries").dataset.show = target.value;
    });
  }

  /** Nothing is known yet. */
  begin() {
    this.#say("Looking for the mailing…", false);
    byId("elsewhere").href = location.hash;
    byId("elsewhere").hidden = false;
  }

  gone() {
    this.#say("There is no such mailing, or it is over and forgotten.", false);
    byId("elsewhere").hidden = true;
  }

  show(mailing) {
    this.#rows = mailing.deliveries.map(({ address }) => make("tr", { "data-testid": "delivery" },
      make("td", { text: address }),
      make("td", {}, make("span", { className: "status" }), make("small", { className: "reason" }))));
    byId("deliveries").tBodies[0].replaceChildren(...this.#rows);
    mailing.deliveries.forEach((delivery, index) => this.#draw(delivery, index));
    this.#summarize(mailing);
  }

  update(mailing, index) {
    this.#draw(mailing.deliveries[index], index);
    this.#rows[index].classList.add("changed");
    this.#summarize(mailing);
  }

  #draw({ status, reason }, index) {
    const row = this.#rows[index];
    row.dataset.status = status;
    row.querySelector(".status").textContent = WORDS[status];
    row.querySelector(".reason").textContent = reason;
  }

  #summarize({ subject, deliveries }) {
    const all = deliveries.length;
    const counts = { ALL: all, WAITING: 0, SENT: 0, FAILED: 0, BOUNCED: 0 };
    deliveries.forEach(({ status }) => counts[status]++);
    for (const [status, count] of Object.entries(counts)) {
      document.querySelector(`[data-testid="count-${status}"]`).textContent = count;
    }
    byId("bar").querySelectorAll("[data-status]").forEach(part => {
      part.style.inlineSize = `${100 * counts[part.dataset.status] / all}%`;
    });
    const percent = Math.floor(100 * (all - counts.WAITING) / all);
    byId("bar").ariaValueNow = percent;
    byId("percent").textContent = `${percent} %`;
    const recipients = all === 1 ? "1 recipient" : `${all} recipients`;
    this.#say(counts.WAITING > 0 ? `Sending “${subject}” to ${recipients}…` : `“${subject}” is out to ${recipients}.`, true);
  }

  #say(sentence, known) {
    if (byId("sentence").textContent !== sentence) {
      byId("sentence").textContent = sentence;
    }
    byId("none").hidden = true;
    byId("mailing").hidden = !known;
    byId("percent").hidden = !known;
  }
}
