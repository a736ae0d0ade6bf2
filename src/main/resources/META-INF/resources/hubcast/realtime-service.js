const RETRY_DELAYS = [0, 1_000, 2_000, 5_000, 10_000, 30_000];
const MESSAGE_RECEIVED = "messageReceived";

/** The class RealtimeService, whose connections are made by the given @microsoft/signalr. */
export function realtimeServiceOver(signalR) {
  return class RealtimeService {
    #options;
    #connection = null;
    #state = "disconnected";
    #messages = channel();
    #states = channel();

    constructor(options) {
      if (!options?.url) {
        throw new TypeError("RealtimeService needs the hub's address: new RealtimeService({ url: \"hubs/…\" }).");
      }
      this.#options = options;
    }

    get messageReceived() {
      return this.#messages.source;
    }

    get stateChanged() {
      return this.#states.source;
    }

    get state() {
      return this.#state;
    }

    get connection() {
      return this.#connection;
    }

    async start(groups = []) {
      if (this.#connection) {
        throw new Error("The service has started. Stop it first.");
      }
      const connection = this.#build([groups].flat());
      this.#connection = connection;
      this.#enter("connecting");
      try {
        await connection.start();
      } catch (error) {
        this.#ended(connection);
        throw error;
      }
      if (this.#connection === connection) {
        this.#enter("connected");
      }
    }

    async stop() {
      const connection = this.#connection;
      if (connection) {
        await connection.stop();
        this.#ended(connection);
      }
    }

    invoke(method, ...values) {
      return this.#started().invoke(method, ...values);
    }

    send(method, ...values) {
      return this.#started().send(method, ...values);
    }

    #started() {
      if (!this.#connection) {
        throw new Error("The service has not started.");
      }
      return this.#connection;
    }

    #build(groups) {
      const { connection: how = {}, protocol, logger, retryDelays } = this.#options;
      const delays = retryDelays?.length ? retryDelays : RETRY_DELAYS;
      const builder = new signalR.HubConnectionBuilder()
        .withUrl(this.#url(groups), how)
        .withAutomaticReconnect({ nextRetryDelayInMilliseconds: context => retryDelay(delays, context.previousRetryCount) });
      if (protocol) {
        builder.withHubProtocol(protocol);
      }
      if (logger !== undefined) {
        builder.configureLogging(logger);
      }
      const connection = builder.build();
      connection.on(MESSAGE_RECEIVED, message => this.#messages.publish(message));
      connection.onreconnecting(() => this.#enter("reconnecting"));
      connection.onreconnected(() => this.#enter("connected"));
      connection.onclose(() => this.#ended(connection));
      return connection;
    }

    /** Tenant and groups are in the query, which every new connection brings again: so it is in its groups after a reconnect too. */
    #url(groups) {
      const { url, tenant, tenantParameter = "tenant", groupParameter = "group" } = this.#options;
      const query = new URLSearchParams();
      if (tenant !== undefined && tenant !== null) {
        query.append(tenantParameter, tenant);
      }
      groups.forEach(group => query.append(groupParameter, group));
      const added = query.toString();
      return added ? `${url}${url.includes("?") ? "&" : "?"}${added}` : url;
    }

    #ended(connection) {
      if (this.#connection === connection) {
        this.#connection = null;
        this.#enter("disconnected");
      }
    }

    #enter(state) {
      if (this.#state !== state) {
        this.#state = state;
        this.#states.publish(state);
      }
    }
  };
}

/** The last delay is kept up for ever. Chance keeps the clients of a server that was restarted from coming all at once. */
function retryDelay(delays, attempt) {
  const delay = delays[Math.min(attempt, delays.length - 1)];
  return delay / 2 + Math.random() * delay / 2;
}

/** Something to publish by, and something to subscribe to. */
function channel() {
  const listeners = new Set();
  return {
    publish(value) {
      for (const { listener } of [...listeners]) {
        try {
          listener(value);
        } catch (error) { // is that listener's alone
          console.error(error);
        }
      }
    },
    source: Object.freeze({
      subscribe(listener) {
        const subscription = { listener };
        listeners.add(subscription);
        return { unsubscribe: () => void listeners.delete(subscription) };
      },
    }),
  };
}
