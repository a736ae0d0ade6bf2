import { fill } from "../script/dom.js";
import { ItemView } from "./item-view.js";

const byId = id => document.getElementById(id);
const FILTERS = {
  all: () => true,
  active: item => !item.completed,
  completed: item => item.completed,
};
const NOTHING = {
  all: "Nothing to do yet. Whatever you write here is seen in all windows.",
  active: "Nothing is left to do.",
  completed: "Nothing is completed yet.",
};

/** Draws the items that the filter lets through, and what is said about them all. */
export class ListView {
  #table;
  #actions;
  #views = new Map();
  #online = false;

  constructor(table, actions) {
    this.#table = table;
    this.#actions = actions;
    addEventListener("hashchange", () => this.draw(null));
    this.#drawFilter();
  }

  set online(online) {
    this.#online = online;
    this.draw(null);
  }

  /** Draws anew; the item of this id has changed. */
  draw(changed) {
    const { all } = this.#table;
    const completed = all.filter(item => item.completed).length;
    const shown = all.filter(FILTERS[this.#filter]);
    fill(byId("items"), shown, ({ id }) => String(id), item => this.#viewOf(item.id).element,
      (element, item) => this.#viewOf(item.id).draw(item, { online: this.#online, changed: item.id === changed }));
    this.#forgetAllBut(new Set(all.map(({ id }) => id)));
    byId("none").hidden = shown.length > 0 || !this.#online;
    byId("none").textContent = NOTHING[this.#filter];
    byId("left").textContent = this.#sentence(all.length - completed);
    byId("toggle-all").checked = all.length > 0 && completed === all.length;
    byId("toggle-all").disabled = !this.#online || all.length === 0;
    byId("clear").disabled = !this.#online || completed === 0;
    this.#drawFilter();
  }

  #sentence(left) {
    return left === 1 ? "1 item left" : `${left} items left`;
  }

  #drawFilter() {
    byId("filters").querySelectorAll("a").forEach(link => {
      link.ariaCurrent = link.dataset.filter === this.#filter ? "true" : null;
    });
  }

  get #filter() {
    const name = location.hash.slice(2);
    return Object.hasOwn(FILTERS, name) ? name : "all";
  }

  #viewOf(id) {
    if (!this.#views.has(id)) {
      this.#views.set(id, new ItemView(id, this.#actions));
    }
    return this.#views.get(id);
  }

  #forgetAllBut(ids) {
    [...this.#views.keys()].filter(id => !ids.has(id)).forEach(id => this.#views.delete(id));
  }
}
