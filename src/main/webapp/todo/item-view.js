import { make } from "../script/dom.js";

const CALM = matchMedia("(prefers-reduced-motion: reduce)");
const PEN = "M4 20h4L19 9l-4-4L4 16zM13 7l4 4";
const CROSS = "M6 6l12 12M18 6L6 18";

/** Draws one item, and lets the user change its title: what others do to it meanwhile takes nothing out of their hands. */
export class ItemView {
  #actions;
  #item;
  /** The version that the user saw when they began to write; null unless they write. */
  #seen = null;
  #check = make("input", { type: "checkbox", "data-testid": "toggle" });
  #title = make("span", { className: "title", "data-testid": "title" });
  #edit = button("Change", PEN, "edit");
  #remove = button("Delete", CROSS, "delete");
  #field = make("input", {
    className: "field", maxlength: "200", enterkeyhint: "done", "aria-label": "Title", "data-testid": "edit-field",
  });
  #note = make("p", { className: "note", role: "status", "data-testid": "conflict" });
  #form = make("form", {}, this.#field, make("button", { className: "button", text: "Save", "data-testid": "save" }));

  constructor(id, actions) {
    this.#actions = actions;
    this.element = make("li", { "data-testid": "todo" }, this.#check, this.#title, this.#form, this.#edit, this.#remove, this.#note);
    this.#check.addEventListener("change", () => actions.complete(id, this.#check.checked));
    this.#remove.addEventListener("click", () => actions.remove(id));
    this.#edit.addEventListener("click", () => this.#begin());
    this.#title.addEventListener("dblclick", () => this.#begin());
    this.#field.addEventListener("keydown", ({ key }) => key === "Escape" && this.#end());
    this.#form.addEventListener("submit", event => {
      event.preventDefault();
      this.#save();
    });
    this.#end();
  }

  draw(item, { online, changed }) {
    this.#item = item;
    this.element.classList.toggle("completed", item.completed);
    this.#title.textContent = item.title;
    this.#check.checked = item.completed;
    this.#check.setAttribute("aria-label", item.title);
    [this.#check, this.#edit, this.#remove].forEach(control => {
      control.disabled = !online;
    });
    if (changed && !CALM.matches) {
      const tint = getComputedStyle(this.element).getPropertyValue("--accent-soft");
      this.element.animate({ backgroundColor: [tint, "transparent"] }, 900);
    }
  }

  #begin() {
    if (this.#seen === null && !this.#edit.disabled) {
      this.#seen = this.#item.version;
      this.#field.value = this.#item.title;
      this.#show(true);
      this.#field.focus();
    }
  }

  async #save() {
    const title = this.#field.value.trim();
    if (!title) {
      this.#actions.remove(this.#item.id);
      return;
    }
    const outcome = await this.#actions.save({ ...this.#item, title, version: this.#seen });
    if (outcome === "conflict") {
      // The next attempt knows what it overwrites.
      this.#seen = this.#item.version;
      this.#note.textContent =
        `Somebody else made it “${this.#item.title}” meanwhile. Save again to overwrite that, or press Escape to keep it.`;
      this.#note.hidden = false;
    } else if (outcome === null) {
      this.#end();
    }
  }

  #end() {
    this.#seen = null;
    this.#show(false);
    this.#note.hidden = true;
  }

  #show(editing) {
    this.#form.hidden = !editing;
    this.#title.hidden = this.#edit.hidden = editing;
  }
}

function button(label, path, testId) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.append(document.createElementNS("http://www.w3.org/2000/svg", "path"));
  svg.firstChild.setAttribute("d", path);
  return make("button", { className: "icon-button", type: "button", "aria-label": label, title: label, "data-testid": testId }, svg);
}
