import { equal, fails } from "../../expect.js";

const TEXT = "grüße, 世界 \u{1F600} \u2028 <&> \u0000 \u001e";

export default async function act(stage) {
  const client = await stage.connect("lounge");

  equal(await client.invoke("echo", TEXT), TEXT);
  equal(await client.invoke("ADD", 20, 22), 42, "a number, by a name in another case");
  equal(await client.invoke("nothing"), null);
  equal(await client.invoke("item", { name: "é", count: 1, price: null, tags: ["a"] }), { name: "é", count: 1, price: null, tags: ["a"] });
  await fails(client.invoke("throwHub", "No entry."), /invoking 'throwHub' on the server\. HubException: No entry\.$/);
  await fails(client.invoke("throw", "a secret"), /invoking 'throw' on the server\.$/);
  await fails(client.invoke("missing"), /HubException: Method does not exist\.$/);
  await fails(client.invoke("add", "1", 2), /Failed to invoke 'add'/);
  equal(await client.invoke("echo", "still here"), "still here");
}
