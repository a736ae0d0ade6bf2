/** The items as the server tells of them, by answers and by broadcasts, in whatever order these arrive. */
export class Items {
  #items = new Map();
  #removed = new Set();

  /** Takes an item's state unless a newer one is known; true if it was news. */
  take(item) {
    const known = this.#items.get(item.id);
    // Ids do not come again: what is told of a removed item is old.
    if (this.#removed.has(item.id) || known?.version >= item.version) {
      return false;
    }
    this.#items.set(item.id, item);
    return true;
  }

  /** Forgets an item for good; true if it was there. */
  remove(id) {
    this.#removed.add(id);
    return this.#items.delete(id);
  }

  get(id) {
    return this.#items.get(id);
  }

  /** All, the oldest first. */
  get all() {
    return [...this.#items.values()].sort((a, b) => a.id - b.id);
  }
}
