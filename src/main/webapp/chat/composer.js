const TYPING_EVERY = 2000;
const COUNT_FROM = 1800;

const byId = id => document.getElementById(id);

/** The box in which the user writes: Enter sends, Shift and Enter begins a line, a message that failed comes back. */
export class Composer {
  #text = byId("text");
  #send = byId("send");
  #typedAt = 0;
  #conversation = null;
  #sendable = false;

  constructor({ send, typing }) {
    byId("composer").addEventListener("submit", event => {
      event.preventDefault();
      this.#submit(send);
    });
    this.#text.addEventListener("keydown", event => {
      // While a word is being composed, as in Japanese, Enter chooses it.
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        this.#submit(send);
      }
    });
    this.#text.addEventListener("input", () => {
      this.#fit();
      if (this.#sendable && this.#text.value.trim() && Date.now() - this.#typedAt > TYPING_EVERY) {
        this.#typedAt = Date.now();
        typing(this.#conversation);
      }
    });
  }

  draw(conversation, { writable, sendable }, placeholder) {
    if (conversation !== this.#conversation) {
      if (this.#conversation) {
        this.#conversation.draft = this.#text.value;
      }
      this.#conversation = conversation;
      this.#typedAt = 0;
      this.#text.value = conversation.draft;
    }
    const hadFocus = document.activeElement === this.#text || this.#text.dataset.hadFocus === "true";
    this.#sendable = sendable;
    this.#text.disabled = !writable;
    this.#text.placeholder = placeholder;
    // A box that was disabled under the user's fingers gets the focus back.
    this.#text.dataset.hadFocus = hadFocus && !writable;
    if (hadFocus && writable && document.activeElement === document.body) {
      this.#text.focus();
    }
    this.#fit();
  }

  focus() {
    this.#text.focus();
  }

  async #submit(send) {
    const conversation = this.#conversation;
    const text = this.#text.value.trim();
    if (!this.#sendable || text === "") {
      return;
    }
    this.#text.value = "";
    this.#typedAt = 0;
    this.#fit();
    if (!await send(conversation, text)) {
      this.#giveBack(conversation, text);
    }
  }

  #giveBack(conversation, text) {
    if (conversation !== this.#conversation) {
      conversation.draft = before(text, conversation.draft);
    } else {
      this.#text.value = before(text, this.#text.value);
      this.#fit();
    }
  }

  #fit() {
    const { length } = this.#text.value;
    this.#text.style.height = "auto";
    this.#text.style.height = `${this.#text.scrollHeight}px`;
    this.#send.disabled = !this.#sendable || this.#text.value.trim() === "";
    byId("count").textContent = length > COUNT_FROM ? `${length} / ${this.#text.maxLength}` : "";
  }
}

/** What failed and what was typed since, in that order. */
function before(text, since) {
  return [text, since].filter(Boolean).join("\n");
}
