import { equal } from "../../expect.js";

export default async function act(stage) {
  await stage.forgetUpgrades();
  const client = await stage.connect("lounge");

  equal(await client.invoke("transport"), "ServerSentEvents");
  equal(await client.invoke("echo", "here"), "here");
}
