import { within } from "./expect.js";

const PATIENCE = 15_000;

/**
 * What a scenario acts on: hubs at one address, reached by the official client over one transport, through a cable that can be cut.
 *
 * The setting `transport` is WebSockets, ServerSentEvents or LongPolling; without it the client chooses. `stateful` asks for stateful
 * reconnect. `protocol` is json or messagepack. `ask` has the test do what a client cannot: see the methods at the end.
 */
export class Stage {
  #signalR;
  #settings;
  #ask;
  #log;
  #clients = [];

  constructor(signalR, settings, { ask, log }) {
    this.#signalR = signalR;
    this.#settings = settings;
    this.#ask = ask;
    this.#log = log;
  }

  /** The transport by which clients must come, if the scenario is not about their choice. */
  get transport() {
    return this.#settings.transport;
  }

  /** The protocol that clients speak unless a scenario says otherwise. */
  get protocol() {
    return this.#settings.protocol;
  }

  /** A client of a hub, before its start. */
  client(hub, { reconnect, token, protocol = this.protocol } = {}) {
    const { HubConnectionBuilder, HttpTransportType, JsonHubProtocol, MessagePackHubProtocol } = this.#signalR;
    const number = this.#clients.length + 1;
    const builder = new HubConnectionBuilder()
      .withUrl(`${this.#settings.address}hubs/${hub}`, {
        transport: HttpTransportType[this.transport],
        accessTokenFactory: token && (() => token),
      })
      .withHubProtocol(protocol === "messagepack" ? new MessagePackHubProtocol() : new JsonHubProtocol())
      .configureLogging({ log: (level, message) => this.#log(`client ${number}: ${message}`) });
    if (reconnect) {
      builder.withAutomaticReconnect(reconnect);
    }
    if (this.#settings.stateful) {
      builder.withStatefulReconnect();
    }
    const client = builder.build();
    this.#clients.push(client);
    return client;
  }

  /** A client of a hub that has started. */
  async connect(hub, options) {
    const client = this.client(hub, options);
    await soon(client.start(), "start");
    if (this.#settings.stateful && !client.connection.features.reconnect) {
      throw new Error("The server does not grant stateful reconnect.");
    }
    return client;
  }

  /** What a client uploads: its `next`, `error` and `complete` are sent. */
  subject() {
    return new this.#signalR.Subject();
  }

  /** A realtime service of a hub, before its start, with the states that it enters. */
  service(hub, options) {
    const number = this.#clients.length + 1;
    const service = new this.#signalR.RealtimeService({
      url: `${this.#settings.address}hubs/${hub}`,
      retryDelays: [200],
      logger: { log: (level, message) => this.#log(`service ${number}: ${message}`) },
      ...options,
    });
    service.stateChanged.subscribe(state => this.#log(`service ${number} is ${state}`));
    this.#clients.push(service);
    return service;
  }

  /** All clients go. */
  async end() {
    await soon(Promise.all(this.#clients.map(client => client.stop())), "stop of all clients");
  }

  /** Ends all connections, and refuses new ones until it is mended. */
  cut() {
    return this.#ask("cut");
  }

  /** Lets connections through again. */
  mend() {
    return this.#ask("mend");
  }

  /** Ends all connections; new ones get through. */
  drop() {
    return this.#ask("drop");
  }

  /** From now on the cable takes from a request the wish for a WebSocket, as a proxy does that never heard of them. */
  forgetUpgrades() {
    return this.#ask("forget upgrades");
  }
}

/** What the promise brings, if that does not take too long. */
export function soon(promise, what) {
  return within(PATIENCE, promise, what);
}

/** What a client hears of one method: `next()` waits for the first argument that was not yet taken, `all` are those that were heard. */
export function heard(client, method) {
  const all = [];
  let taken = 0;
  let arrived = () => {};
  client.on(method, value => {
    all.push(value);
    arrived();
  });
  return {
    all,
    async next() {
      if (taken === all.length) {
        await soon(new Promise(resolve => { arrived = resolve; }), method);
      }
      return all[taken++];
    },
  };
}

/** All items of a stream, when it is over. */
export function collected(stream) {
  const items = [];
  return soon(new Promise((resolve, reject) => {
    stream.subscribe({ next: item => items.push(item), error: reject, complete: () => resolve(items) });
  }), "the end of the stream");
}

/** The first end of a client, as a promise of `{ error }`. */
export function end(client) {
  return new Promise(resolve => client.onclose(error => resolve({ error })));
}

/** What a service publishes: `next()` waits for the first value that was not yet taken. */
export function published(subscribable, what) {
  return heard({ on: (name, listener) => subscribable.subscribe(listener) }, what);
}
