import { equal, within } from "../../expect.js";
import { end, soon } from "../../stage.js";

/** Far less than the times after which a server gives a silent client up. */
const AT_ONCE = 5_000;
/** By the client's Close message, its WebSocket's close frame, which says nothing, or its DELETE, which may overtake the message. */
const NORMAL = ["1000", "1005"];

export default async function act(stage) {
  const watcher = await stage.connect("lounge");
  const client = await stage.connect("lounge", { reconnect: [0] });
  const id = client.connectionId;
  const ended = end(client);

  await soon(client.stop(), "stop");

  equal(await soon(ended, "the end"), {});
  const reason = await within(AT_ONCE, watcher.invoke("end", id), "@OnClose");
  equal(NORMAL.includes(reason.split(" ")[0]), true, `a normal end, which ${reason} is:`);
  equal((await watcher.invoke("ends", id)).length, 1, "runs of @OnClose");

  await soon(client.start(), "another start");
  equal(client.connectionId === id, false, "the same id again");
  equal(await client.invoke("echo", "back"), "back");
}
