import { equal } from "../../expect.js";

export default async function act(stage) {
  const client = await stage.connect("without-websockets");

  equal(await client.invoke("transport"), "ServerSentEvents");
  equal(await client.invoke("echo", "here"), "here");
}
