import { make } from "../script/dom.js";
import { dismiss } from "../script/toast.js";
import { avatar } from "./avatar.js";

const byId = id => document.getElementById(id);

/** Shows what a moderator has to say until the user has read it. */
export function announcement({ by, text }) {
  const body = make("p", {}, make("strong", { text: by }), " ", make("span", { text, "data-testid": "announcement-body" }));
  byId("announcements").append(make("div", { className: "announcement", "data-testid": "announcement" },
    avatar(by), body, dismiss("Dismiss the announcement")));
}

/** Has a screen reader say what arrived; redrawing the messages themselves would be read out as a whole. */
export function speak(text) {
  const spoken = byId("spoken");
  spoken.append(make("p", { text }));
  while (spoken.childElementCount > 20) {
    spoken.firstElementChild.remove();
  }
}

/** The line above the messages that says what happens to the connection. */
export class Banner {
  #clock = 0;
  #act = () => {};
  #reconnect;

  constructor({ reconnect }) {
    this.#reconnect = reconnect;
    byId("banner-action").addEventListener("click", () => this.#act());
  }

  tell(state, { retryAt, reason, beenOnline }) {
    if (state === "reconnecting") {
      this.#lost(retryAt, beenOnline ? "Connection lost. Write on, and send when it is back." : "The server does not answer.");
    } else if (state === "closed") {
      this.#show("lost", reason, "Connect again", this.#reconnect);
    } else if (state === "logged-out") {
      this.#show("lost", "You are no longer logged in.", "Log in", () => location.reload());
    } else if (byId("banner").dataset.kind === "lost") {
      this.#hide();
    }
  }

  /** Says for a moment that all is well again. */
  back(missed) {
    const fetched = ["Nothing was missed.", "One missed message was fetched."][missed] ?? `${missed} missed messages were fetched.`;
    this.#show("back", `Connected again. ${fetched}`);
    this.#clock = setTimeout(() => this.#hide(), 4000);
  }

  #lost(retryAt, text) {
    this.#show("lost", text);
    const tick = () => {
      const seconds = Math.ceil((retryAt - Date.now()) / 1000);
      byId("banner-next").textContent = seconds > 0 ? `Next try in ${seconds} s` : "Trying now…";
    };
    tick();
    this.#clock = setInterval(tick, 250);
  }

  #hide() {
    clearTimeout(this.#clock);
    byId("banner").hidden = true;
  }

  #show(kind, text, action, act) {
    clearTimeout(this.#clock);
    byId("banner").hidden = false;
    byId("banner").dataset.kind = kind;
    byId("banner-next").textContent = "";
    byId("banner-action").hidden = !action;
    byId("banner-action").textContent = action ?? "";
    this.#act = act;
    if (byId("banner-text").textContent !== text) {
      byId("banner-text").textContent = text;
    }
  }
}
