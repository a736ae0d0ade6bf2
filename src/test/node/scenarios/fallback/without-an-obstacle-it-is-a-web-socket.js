import { equal } from "../../expect.js";

export default async function act(stage) {
  const client = await stage.connect("lounge");

  equal(await client.invoke("transport"), "WebSockets");
}
