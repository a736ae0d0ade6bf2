/* For pages without a bundler, which load the script of @microsoft/signalr before this module. */
import { realtimeServiceOver } from "./realtime-service.js";

if (!globalThis.signalR) {
  throw new Error("There is no signalR. Load the script dist/browser/signalr.min.js of @microsoft/signalr before this module.");
}

export const RealtimeService = realtimeServiceOver(globalThis.signalR);
