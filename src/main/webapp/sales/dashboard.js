import { fill, make } from "../script/dom.js";
import { Charts } from "./charts.js";

const MONEY = new Intl.NumberFormat("en", { style: "currency", currency: "EUR" });
const NEWEST = 7;

const byId = id => document.getElementById(id);

/** Draws the figures, at most once a frame however much changes. */
export class Dashboard {
  #figures;
  #charts = new Charts(MONEY);
  #drawing = false;

  constructor(figures) {
    this.#figures = figures;
    // Time passes even if nobody buys.
    setInterval(() => this.draw(), 1000);
  }

  draw() {
    if (!this.#drawing) {
      this.#drawing = true;
      requestAnimationFrame(() => {
        this.#drawing = false;
        this.#drawNow();
      });
    }
  }

  #drawNow() {
    const { count, revenue } = this.#figures;
    byId("revenue").textContent = MONEY.format(revenue);
    byId("count").textContent = count;
    byId("average").textContent = count === 0 ? "–" : MONEY.format(revenue / count);
    byId("none").hidden = count > 0;
    fill(byId("newest"), this.#figures.newest(NEWEST), order => String(order.id), line, () => {});
    this.#charts.draw(this.#figures);
  }
}

function line({ region, product, quantity, amount }) {
  return make("li", { className: `order fresh ${region.toLowerCase()}`, "data-testid": "newest-order" },
    make("span", { text: `${quantity} × ${product}` }), make("b", { text: MONEY.format(amount) }));
}
