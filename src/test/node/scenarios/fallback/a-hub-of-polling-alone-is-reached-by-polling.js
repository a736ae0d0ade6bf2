import { equal } from "../../expect.js";

export default async function act(stage) {
  const client = await stage.connect("by-polling");

  equal(await client.invoke("transport"), "LongPolling");
  equal(await client.invoke("echo", "here"), "here");
}
