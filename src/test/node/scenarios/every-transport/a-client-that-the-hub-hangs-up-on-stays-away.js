import { equal } from "../../expect.js";
import { end, soon } from "../../stage.js";

export default async function act(stage) {
  const watcher = await stage.connect("lounge");
  const client = await stage.connect("lounge", { reconnect: [0] });
  const id = client.connectionId;
  const ended = end(client);

  client.send("abort");

  equal(await soon(ended, "the end"), {});
  equal(client.state, "Disconnected");
  await soon(watcher.invoke("end", id), "@OnClose");
  equal((await watcher.invoke("ends", id)).length, 1, "runs of @OnClose");
}
