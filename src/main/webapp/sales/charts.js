import "../webjars/chart.js/4.5.1/dist/chart.umd.min.js";
import { REGIONS } from "./figures.js";

const { Chart } = globalThis;
const STRETCHES = 24;
const STRETCH_MILLIS = 5000;
const AGES = Array.from({ length: STRETCHES }, (_, index) => {
  const seconds = (STRETCHES - 1 - index) * STRETCH_MILLIS / 1000;
  return seconds === 0 ? "now" : `−${seconds} s`;
});

const WHOLE_MONEY = new Intl.NumberFormat("en", { style: "currency", currency: "EUR", maximumFractionDigits: 0 });

const nameOf = region => region[0] + region.slice(1).toLowerCase();

/** The three charts. What they show, they also say to those who cannot see them. */
export class Charts {
  #money;
  #lately;
  #byRegion;
  #byProduct;

  constructor(money) {
    this.#money = money;
    Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
    Chart.defaults.maintainAspectRatio = false;
    Chart.defaults.animation.duration = matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 250;
    Chart.defaults.plugins.tooltip.callbacks.label = ({ dataset, raw }) => ` ${dataset.label ?? ""} ${money.format(raw)}`;
    const regions = REGIONS.map(region => ({ label: nameOf(region), data: [] }));
    this.#lately = this.#bars("lately", { stacked: true, labels: AGES, datasets: regions });
    this.#byProduct = this.#bars("by-product", { indexAxis: "y", labels: [], datasets: [{ data: [] }] });
    this.#byRegion = new Chart("by-region", {
      type: "doughnut",
      data: { labels: REGIONS.map(nameOf), datasets: [{ data: [] }] },
      options: {
        cutout: "66%",
        plugins: { legend: { position: "bottom", labels: { color: () => colour("quiet"), usePointStyle: true, boxHeight: 7 } } },
      },
    });
    this.#paint();
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.#paint());
  }

  draw(figures) {
    REGIONS.forEach((region, index) => {
      this.#lately.data.datasets[index].data = figures.lately(region, STRETCHES, STRETCH_MILLIS);
    });
    this.#byRegion.data.datasets[0].data = figures.byRegion();
    const products = figures.byProduct();
    this.#byProduct.data.labels = products.map(([product]) => product);
    this.#byProduct.data.datasets[0].data = products.map(([, revenue]) => revenue);
    [this.#lately, this.#byRegion, this.#byProduct].forEach(chart => chart.update());
    this.#say(figures, products);
  }

  #say(figures, products) {
    const regions = figures.byRegion().map((revenue, index) => [nameOf(REGIONS[index]), revenue]);
    const sentence = pairs => pairs.map(([name, revenue]) => `${name} ${this.#money.format(revenue)}`).join(", ");
    const lately = REGIONS.map(region => [nameOf(region), figures.lately(region, STRETCHES, STRETCH_MILLIS).reduce((a, b) => a + b)]);
    this.#lately.canvas.ariaLabel = `Revenue in the last two minutes: ${sentence(lately)}`;
    this.#byRegion.canvas.ariaLabel = `Revenue by region: ${sentence(regions)}`;
    this.#byProduct.canvas.ariaLabel = `Revenue by product: ${sentence(products)}`;
  }

  #bars(canvas, { labels, datasets, stacked = false, indexAxis = "x" }) {
    const ticks = { color: () => colour("quiet"), maxRotation: 0, maxTicksLimit: 6 };
    const value = {
      stacked,
      beginAtZero: true,
      border: { display: false },
      grid: { color: () => colour("line") },
      ticks: { ...ticks, callback: euros => WHOLE_MONEY.format(euros) },
    };
    const category = {
      stacked,
      border: { display: false },
      grid: { display: false },
      ticks: { ...ticks, maxTicksLimit: STRETCHES, autoSkipPadding: 16 },
    };
    return new Chart(canvas, {
      type: "bar",
      data: { labels, datasets: datasets.map(dataset => ({ ...dataset, borderRadius: 3, maxBarThickness: 26 })) },
      options: {
        indexAxis,
        scales: indexAxis === "x" ? { x: category, y: value } : { x: value, y: category },
        plugins: { legend: { display: false } },
      },
    });
  }

  /** Gives the charts the colours of the day, or of the night. */
  #paint() {
    const regions = REGIONS.map(region => colour(region.toLowerCase()));
    this.#lately.data.datasets.forEach((dataset, index) => {
      dataset.backgroundColor = regions[index];
    });
    Object.assign(this.#byRegion.data.datasets[0], { backgroundColor: regions, borderColor: colour("surface"), borderWidth: 3 });
    this.#byProduct.data.datasets[0].backgroundColor = colour("accent");
    [this.#lately, this.#byRegion, this.#byProduct].forEach(chart => chart.update("none"));
  }
}

/** A colour of the style sheet, which has others for the dark. */
function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}
