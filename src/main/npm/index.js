import * as signalR from "@microsoft/signalr";
import { realtimeServiceOver } from "./realtime-service.js";

export const RealtimeService = realtimeServiceOver(signalR);
