import { HubConnectionBuilder, HubConnectionState, LogLevel } from "./signalr.js";

/** What a page uploads by: give it to a call, then `next` each item, and `complete`. */
export const { Subject } = globalThis.signalR;

// Then every five seconds, for as long as the page is open.
const DELAYS = [0, 1000, 2000, 3000, 5000];

/**
 * Keeps one connection to the hub open and tells how it is doing.
 *
 * States: connecting, online, reconnecting (with retryAt, a time in milliseconds), closed (with reason), logged-out.
 */
export class Connection {
  #hub;
  #enter;
  #changed;
  #loggedOut = false;
  #reason;

  /** `enter` runs each time the hub is reached, and must succeed before the state becomes online. */
  constructor(address, { handlers, enter, changed }) {
    this.#enter = enter;
    this.#changed = changed;
    this.#hub = new HubConnectionBuilder()
      .withUrl(address)
      .withAutomaticReconnect({ nextRetryDelayInMilliseconds: context => this.#nextDelay(context.previousRetryCount, context.retryReason) })
      .configureLogging(LogLevel.Warning)
      .build();
    Object.entries(handlers).forEach(([method, handler]) => this.#hub.on(method, handler));
    this.#hub.onreconnected(() => this.#reached());
    this.#hub.onclose(() => this.#ended());
  }

  /** Connects, trying until it works or there is no point in it. */
  async start() {
    this.#loggedOut = false;
    this.#reason = undefined;
    this.#changed("connecting");
    for (let attempt = 0; ; attempt++) {
      try {
        await this.#hub.start();
        break;
      } catch (error) {
        // The first attempt has been made, so the next is never immediate.
        const delay = this.#nextDelay(attempt + 1, error);
        if (delay === null) {
          this.#ended();
          return;
        }
        await new Promise(resolve => setTimeout(resolve, delay));
      }
    }
    await this.#reached();
  }

  /** Calls the hub and waits for its answer. */
  invoke(method, ...values) {
    return this.#hub.invoke(method, ...values);
  }

  /** Calls the hub without waiting; what goes wrong then is of no interest. */
  send(method, ...values) {
    this.#hub.send(method, ...values).catch(error => console.debug(`${method} was not sent`, error));
  }

  /** Calls the hub for a stream, which begins when somebody subscribes, and which `dispose` of the subscription cancels. */
  stream(method, ...values) {
    return this.#hub.stream(method, ...values);
  }

  async #reached() {
    try {
      await this.#enter(this);
      this.#changed("online");
    } catch (error) {
      // Lost again in the meantime: the next attempt is already on its way.
      if (this.#hub.state === HubConnectionState.Connected) {
        console.error(error);
        this.#reason = readable(error);
        await this.#hub.stop();
      }
    }
  }

  #nextDelay(attempt, reason) {
    if (/Status code '401'/.test(reason?.message)) {
      this.#loggedOut = true;
      return null;
    }
    const delay = DELAYS[Math.min(attempt, DELAYS.length - 1)];
    this.#changed("reconnecting", { retryAt: Date.now() + delay });
    return delay;
  }

  #ended() {
    if (this.#loggedOut) {
      this.#changed("logged-out");
    } else {
      this.#changed("closed", { reason: this.#reason ?? "The server ended this connection." });
    }
  }
}

const LOST = /connection being closed|WebSocket closed|timeout elapsed|Failed to fetch|not in the 'Connected' State|not connected/i;

/** What a person can make of an error that a call brought back. */
export function readable(error) {
  const [, fromHub] = /HubException: ([^]*)$/.exec(error.message) ?? [];
  if (fromHub) {
    return fromHub;
  }
  if (/is unauthorized/.test(error.message)) {
    return "You are not allowed to do that.";
  }
  if (LOST.test(error.message)) {
    return "The connection was lost before this got through.";
  }
  return "That did not work. Please try again.";
}
