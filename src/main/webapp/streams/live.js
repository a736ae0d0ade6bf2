import { readable } from "../script/connection.js";

const SHOWN = 150;
const MEGABYTE = 1024 * 1024;

const byId = id => document.getElementById(id);

/** Watches a stream of the server's, and draws it, until somebody cancels. */
export class Live {
  #connection;
  #watching;
  #online = false;
  #readings = [];
  #count;

  constructor(connection) {
    this.#connection = connection;
    byId("watch").addEventListener("click", () => this.#watch());
    byId("cancel-watch").addEventListener("click", () => this.#cancel());
  }

  enable(online) {
    this.#online = online;
    this.#showButtons();
  }

  #watch() {
    this.#readings = [];
    this.#count = 0;
    this.#watching = this.#connection.stream("memory").subscribe({
      next: reading => this.#heard(reading),
      complete: () => this.#over("The server ended the stream."),
      error: error => this.#over(readable(error)),
    });
    this.#showButtons();
  }

  #cancel() {
    this.#watching.dispose();
    this.#over(`Cancelled after ${this.#count} readings.`);
  }

  #over(sentence) {
    this.#watching = undefined;
    byId("live-sentence").textContent = sentence;
    this.#showButtons();
  }

  #heard({ usedBytes, windows }) {
    this.#count++;
    this.#readings = [...this.#readings, usedBytes].slice(-SHOWN);
    byId("memory").textContent = `${(usedBytes / MEGABYTE).toFixed(1)} MB`;
    byId("live-sentence").textContent = windows === 1 ? "Streaming to this window." : `Streaming to ${windows} windows.`;
    this.#draw();
  }

  #draw() {
    const most = 1.1 * Math.max(...this.#readings);
    const points = this.#readings.map((value, index) => `${100 * index / (SHOWN - 1)},${100 - 100 * value / most}`);
    byId("line").setAttribute("points", points.join(" "));
    byId("area").setAttribute("points", `0,100 ${points.join(" ")} ${100 * (points.length - 1) / (SHOWN - 1)},100`);
  }

  #showButtons() {
    byId("watch").disabled = !this.#online || this.#watching !== undefined;
    byId("cancel-watch").disabled = this.#watching === undefined;
  }
}
