// First, since the module behind it looks for what this one loads.
import { LogLevel } from "../script/signalr.js";
import { RealtimeService } from "../hubcast/realtime.js";
import { ask } from "../script/rest.js";

const PAUSE_MILLIS = 2_000;

/**
 * Follows one mailing: joins its group, then loads it, and applies what is heard by its version, whichever comes first.
 *
 * Tells what it knows by `loaded(mailing)` and `changed(mailing, index)`, that there is no such mailing by `gone()`, and how the connection
 * is doing by `stateChanged(state)`.
 */
export class Watch {
  #id;
  #tell;
  #service;
  #mailing;
  #early = [];
  #closed = false;

  constructor(id, tell) {
    this.#id = id;
    this.#tell = tell;
    this.#service = new RealtimeService({ url: "../hubs/mailings", logger: LogLevel.Warning });
    this.#service.messageReceived.subscribe(change => this.#hear(change));
    this.#service.stateChanged.subscribe(state => this.#enter(state));
    this.#start();
  }

  close() {
    this.#closed = true;
    this.#service.stop();
  }

  async #start() {
    while (!this.#closed) {
      try {
        await this.#service.start(`mailing-${this.#id}`);
        return;
      } catch (error) {
        console.warn(error);
      }
      // The server is out of reach, or knows no such mailing: this tells which.
      await this.#load();
      await pause();
    }
  }

  #enter(state) {
    if (this.#closed) {
      return;
    }
    this.#tell.stateChanged(state);
    // Joined just now, so whatever was said before has been missed. A server that comes back may have forgotten the mailing.
    if (state === "connected" || state === "reconnecting") {
      this.#load();
    }
  }

  /** Asks until there is an answer. */
  async #load() {
    while (!this.#closed) {
      try {
        this.#loaded(await ask("GET", `../mailings/${encodeURIComponent(this.#id)}`));
        return;
      } catch (error) {
        if (error.status === 404) {
          this.#end();
          return;
        }
        console.warn(error);
      }
      await pause();
    }
  }

  #loaded(mailing) {
    if (this.#closed) {
      return;
    }
    if (!this.#mailing || mailing.version > this.#mailing.version) {
      this.#mailing = mailing;
      this.#tell.loaded(mailing);
    }
    const early = this.#early;
    this.#early = [];
    early.forEach(change => this.#hear(change));
  }

  #hear(change) {
    if (this.#closed) {
      return;
    }
    if (!this.#mailing || change.version > this.#mailing.version + 1) {
      // What comes before it is on its way with a load.
      this.#early.push(change);
    } else if (change.version > this.#mailing.version) {
      const { version, index, status, reason } = change;
      Object.assign(this.#mailing.deliveries[index], { status, reason });
      this.#mailing.version = version;
      this.#tell.changed(this.#mailing, index);
    }
  }

  #end() {
    if (!this.#closed) {
      this.close();
      this.#tell.gone();
    }
  }
}

function pause() {
  return new Promise(resolve => setTimeout(resolve, PAUSE_MILLIS));
}
