/*
 * Plays scenarios in Node, one after another. Each line of standard input names one:
 *
 *   {"scenario": "scenarios/every-transport/a-call-is-answered.js", "settings": {"address": "http://…/", "transport": "LongPolling", …}}
 *
 * Standard output has lines of {"log": …}, {"end": failure or null}, and {"ask": …}, to which a line of standard input says that it is
 * done.
 */
import { createInterface } from "node:readline";
import * as signalR from "@microsoft/signalr";
import { MessagePackHubProtocol } from "@microsoft/signalr-protocol-msgpack";
import { RealtimeService } from "@hubcast/realtime";
import { play } from "./play.js";

const client = { ...signalR, MessagePackHubProtocol, RealtimeService };
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();

function tell(what) {
  console.log(JSON.stringify(what));
}

async function ask(wish) {
  tell({ ask: wish });
  await lines.next();
}

for (let line = await lines.next(); !line.done; line = await lines.next()) {
  const { scenario, settings } = JSON.parse(line.value);
  tell({ end: await play(client, scenario, settings, { ask, log: message => tell({ log: message }) }) });
}
process.exit(0);
