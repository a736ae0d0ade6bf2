import { Subject } from "../script/connection.js";

// A message is at most 32 KiB long, and bytes travel as base64, which takes a third more.
const PIECE = 16 * 1024;
// Fewer than the server lets wait before it stops listening to this page at all.
const AHEAD = 8 * PIECE;

/** A file as a stream of pieces, which is never far ahead of what the server says that it has. */
export class Pieces {
  subject = new Subject();
  #file;
  #confirmed = 0;
  #over = false;
  #goOn;

  constructor(file) {
    this.#file = file;
  }

  /** Sends all of it. */
  async send() {
    let at = 0;
    try {
      do {
        const piece = new Uint8Array(await this.#file.slice(at, at + PIECE).arrayBuffer());
        await this.#room(at);
        if (this.#over) {
          return;
        }
        this.subject.next(btoa(String.fromCharCode(...piece)));
        at += PIECE;
      } while (at < this.#file.size);
      this.subject.complete();
    } catch (error) {
      this.subject.error(error);
    }
  }

  /** The server has so many bytes. */
  confirm(bytes) {
    this.#confirmed = bytes;
    this.#goOn?.();
  }

  /** Nobody wants more. */
  stop() {
    this.#over = true;
    this.#goOn?.();
  }

  async #room(at) {
    while (at - this.#confirmed >= AHEAD && !this.#over) {
      await new Promise(resolve => {
        this.#goOn = resolve;
      });
    }
  }
}
