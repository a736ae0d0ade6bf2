import { readable } from "../script/connection.js";
import { Pieces } from "./pieces.js";

const NOISE_BYTES = 8 * 1024 * 1024;
// The browser gives no more at once.
const MOST_NOISE = 65_536;
const MEGABYTE = 1024 * 1024;

const byId = id => document.getElementById(id);

/** Uploads a file, and shows how much of it the server says it has. */
export class Upload {
  #connection;
  #online = false;
  #running;
  #size;

  constructor(connection) {
    this.#connection = connection;
    byId("file").addEventListener("change", ({ target }) => {
      const [file] = target.files;
      if (file) {
        this.#send(file, file.name);
      }
      // So that the same file can be chosen again.
      target.value = "";
    });
    byId("noise").addEventListener("click", () => this.#send(noise(), "noise"));
    byId("cancel-upload").addEventListener("click", () => this.#cancel());
  }

  enable(online) {
    this.#online = online;
    this.#showButtons();
  }

  #send(file, name) {
    const pieces = new Pieces(file);
    this.#size = file.size;
    this.#show("running", 0, `Sending ${name}…`);
    const stream = this.#connection.stream("checksum", pieces.subject).subscribe({
      next: received => {
        pieces.confirm(received.bytes);
        this.#received(received);
      },
      complete: () => this.#over("done", `The server has all ${megabytes(file.size)} of ${name}. Their SHA-256:`),
      error: error => this.#over("failed", readable(error)),
    });
    this.#running = { pieces, stream };
    this.#showButtons();
    pieces.send();
  }

  #received({ bytes, sha256 }) {
    byId("sum").textContent = sha256;
    const percent = this.#size === 0 ? 100 : 100 * bytes / this.#size;
    this.#show("running", percent, `The server has ${megabytes(bytes)} of ${megabytes(this.#size)}.`);
  }

  #cancel() {
    this.#running.stream.dispose();
    this.#over("cancelled", "Cancelled. The server has forgotten what it had.");
    byId("sum").textContent = "";
  }

  #over(state, sentence) {
    this.#running.pieces.stop();
    this.#running = undefined;
    this.#show(state, byId("progress").value, sentence);
    this.#showButtons();
  }

  #show(state, percent, sentence) {
    byId("upload").dataset.state = state;
    byId("progress").value = percent;
    byId("upload-sentence").textContent = sentence;
  }

  #showButtons() {
    byId("file").disabled = byId("noise").disabled = !this.#online || this.#running !== undefined;
    byId("cancel-upload").disabled = this.#running === undefined;
  }
}

function megabytes(bytes) {
  return `${(bytes / MEGABYTE).toFixed(1)} MB`;
}

function noise() {
  const parts = Array.from({ length: NOISE_BYTES / MOST_NOISE }, () => crypto.getRandomValues(new Uint8Array(MOST_NOISE)));
  return new Blob(parts);
}
