import { equal } from "../../expect.js";

/** Events are text, so the client passes over them. */
export default async function act(stage) {
  const client = await stage.connect("without-websockets");

  equal(await client.invoke("transport"), "LongPolling");
  equal(await client.invoke("echo", "here"), "here");
}
