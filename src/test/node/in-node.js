/*
 * Plays one scenario in Node:
 *
 *   node in-node.js scenarios/every-transport/a-call-is-answered.js '{"address": "http://…/", "transport": "LongPolling"}'
 *
 * A line on standard output asks for something, a line on standard input says that it is done. All else is on standard error.
 */
import { createInterface } from "node:readline";
import * as signalR from "@microsoft/signalr";
import { MessagePackHubProtocol } from "@microsoft/signalr-protocol-msgpack";
import { play } from "./play.js";

const [scenario, settings] = process.argv.slice(2);
const answers = createInterface({ input: process.stdin })[Symbol.asyncIterator]();

async function ask(what) {
  console.log(what);
  await answers.next();
}

const failure = await play({ ...signalR, MessagePackHubProtocol }, scenario, JSON.parse(settings), { ask, log: console.error });
if (failure) {
  console.error(failure);
}
process.exit(failure ? 1 : 0);
