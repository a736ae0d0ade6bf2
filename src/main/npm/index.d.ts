import type { HubConnection, IHttpConnectionOptions, IHubProtocol, ILogger, LogLevel } from "@microsoft/signalr";

/** How a service reaches its hub. */
export interface RealtimeOptions {
  /** The hub's address, absolute or relative to the page. */
  url: string;
  /** The tenant, in an application whose tenants are chosen by the query. */
  tenant?: string | null;
  /** The parameter that carries the tenant; "tenant" if nothing is said. */
  tenantParameter?: string;
  /** The parameter that carries the groups, as the hub's @GroupsByQuery names it; "group" if nothing is said. */
  groupParameter?: string;
  /** What @microsoft/signalr is to know of the connection: accessTokenFactory, headers, transport. */
  connection?: IHttpConnectionOptions;
  /** The format of messages; JSON if nothing is said. */
  protocol?: IHubProtocol;
  /** Where @microsoft/signalr logs to, or how much. */
  logger?: ILogger | LogLevel;
  /** Milliseconds before the first, second, … attempt to reconnect, at most; the last is kept up. */
  retryDelays?: readonly number[];
}

export type RealtimeState = "connecting" | "connected" | "reconnecting" | "disconnected";

export interface Subscription {
  unsubscribe(): void;
}

export interface Subscribable<T> {
  /** What a listener throws is logged, and nobody else's concern. */
  subscribe(listener: (value: T) => void): Subscription;
}

/**
 * Hears the messages of a hub's RealtimeService. It comes back by itself when the connection is lost, for as long as it takes, and is in its
 * groups again then; what was sent meanwhile it has missed.
 */
export class RealtimeService<T = any> {
  constructor(options: RealtimeOptions);

  /** The messages, in their order. Subscribe before the start. */
  readonly messageReceived: Subscribable<T>;

  /** Each new state. */
  readonly stateChanged: Subscribable<RealtimeState>;

  readonly state: RealtimeState;

  /** The connection, null unless the service has started. */
  readonly connection: HubConnection | null;

  /** Connects, and joins groups. Rejects if the server cannot be reached, or does not let the client in; it is not tried again then. */
  start(groups?: string | readonly string[]): Promise<void>;

  /** Disconnects. The service may be started again, with other groups. */
  stop(): Promise<void>;

  /** Calls a method of the hub, and waits for its result. */
  invoke<R = any>(method: string, ...values: any[]): Promise<R>;

  /** Calls a method of the hub. */
  send(method: string, ...values: any[]): Promise<void>;
}
