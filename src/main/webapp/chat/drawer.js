/** A panel beside the messages that becomes a drawer over them where the window is too narrow for it. */
export class Drawer {
  #panel;
  #opener;
  #narrow;

  constructor(panel, { opener, closer, scrim, narrow }) {
    this.#panel = panel;
    this.#opener = opener;
    this.#narrow = matchMedia(narrow);
    this.#narrow.addEventListener("change", () => this.#set(false));
    opener.addEventListener("click", () => this.open());
    closer.addEventListener("click", () => this.close());
    scrim.addEventListener("click", () => this.close());
    document.addEventListener("keydown", event => event.key === "Escape" && this.close());
    this.#set(false);
  }

  open() {
    this.#set(true);
    this.#panel.querySelector("[aria-current], .entry:enabled, button")?.focus();
  }

  close() {
    if (this.#panel.classList.contains("open")) {
      this.#set(false);
      this.#opener.focus();
    }
  }

  #set(open) {
    this.#panel.classList.toggle("open", open);
    // What cannot be seen cannot be reached by the keyboard either.
    this.#panel.inert = this.#narrow.matches && !open;
    this.#opener.setAttribute("aria-expanded", open);
  }
}
