const TERMINATE = "---terminate---";

/**
 * Reads a queue until its last message.
 *
 * It ends by one of: terminated, taken-over (by another window), not-found.
 */
export class Listener {
  #source;
  #ended;

  constructor(queueId, { message, ended, lost }) {
    this.#ended = ended;
    this.#source = new EventSource(`../queues/${encodeURIComponent(queueId)}`);
    this.#source.onmessage = ({ lastEventId, data }) => {
      message(lastEventId, data);
      if (data === TERMINATE) {
        this.#end("terminated");
      }
    };
    this.#source.addEventListener("taken-over", () => this.#end("taken-over"));
    // The browser comes back by itself unless the server said that there is nothing to come back to.
    this.#source.onerror = () => this.#source.readyState === EventSource.CLOSED ? this.#end("not-found") : lost();
  }

  close() {
    this.#source.close();
  }

  #end(how) {
    this.close();
    this.#ended(how);
  }
}
