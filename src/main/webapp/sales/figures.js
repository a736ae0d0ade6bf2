export const REGIONS = ["NORTH", "EAST", "SOUTH", "WEST"];

/** As many as the server remembers. */
const KEPT = 1000;

/** The orders that a window knows, from the answer of a call or from a broadcast, each once and in whatever order they come. */
export class Figures {
  #orders = new Map();
  #clockLag = 0;

  /** Takes orders; true if any was new. */
  add(orders) {
    const before = this.#orders.size;
    orders.forEach(order => this.#orders.set(order.id, order));
    const isNew = this.#orders.size > before;
    [...this.#orders.keys()].sort((a, b) => a - b).slice(0, -KEPT).forEach(id => this.#orders.delete(id));
    return isNew;
  }

  /** Takes an order that was placed just now, which tells how far the server's clock and this one are apart. */
  addNow(order) {
    this.#clockLag = Date.now() - Date.parse(order.at);
    return this.add([order]);
  }

  /** Forgets a region's orders: what this window does not hear of it would be missing. */
  forget(region) {
    this.#orders.forEach((order, id) => order.region === region && this.#orders.delete(id));
  }

  get count() {
    return this.#orders.size;
  }

  get revenue() {
    return sum(this.#orders.values());
  }

  newest(count) {
    return [...this.#orders.values()].sort((a, b) => b.id - a.id).slice(0, count);
  }

  byRegion() {
    return REGIONS.map(region => sum(this.#of(region)));
  }

  /** Pairs of product and revenue, the greatest first. */
  byProduct() {
    const revenue = new Map();
    this.#orders.forEach(({ product, amount }) => revenue.set(product, (revenue.get(product) ?? 0) + amount));
    return [...revenue].sort(([, a], [, b]) => b - a);
  }

  /** A region's revenue in each of the last so many stretches of time, the oldest first. */
  lately(region, stretches, millis) {
    const revenue = new Array(stretches).fill(0);
    const now = Math.floor((Date.now() - this.#clockLag) / millis);
    for (const { at, amount } of this.#of(region)) {
      const age = Math.max(0, now - Math.floor(Date.parse(at) / millis));
      if (age < stretches) {
        revenue[stretches - 1 - age] += amount;
      }
    }
    return revenue;
  }

  #of(region) {
    return [...this.#orders.values()].filter(order => order.region === region);
  }
}

function sum(orders) {
  return [...orders].reduce((total, { amount }) => total + amount, 0);
}
