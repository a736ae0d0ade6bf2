// The one place that names the client's version; the script leaves its names in a global variable.
import "../webjars/microsoft__signalr/10.0.11/dist/browser/signalr.min.js";

export const { HubConnectionBuilder, HubConnectionState, LogLevel } = globalThis.signalR;
