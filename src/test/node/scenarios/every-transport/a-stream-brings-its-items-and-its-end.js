import { equal, fails } from "../../expect.js";
import { collected } from "../../stage.js";

export default async function act(stage) {
  const client = await stage.connect("lounge");

  equal(await collected(client.stream("count", 200)), Array.from({ length: 200 }, (unused, index) => index));
  equal(await collected(client.stream("count", 0)), [], "an empty stream");
  equal(await collected(client.stream("items", "é", 2)), [
    { name: "é0", count: 0, price: null, tags: null }, { name: "é1", count: 1, price: null, tags: null },
  ], "objects");
  await fails(collected(client.stream("countThenThrow", 2)), /while streaming results\. HubException: counted$/);
  await fails(collected(client.stream("echo", "x")), /non-streaming 'echo' method with a streaming invocation/);
  await fails(client.invoke("count", 1), /streaming 'count' method with a non-streaming invocation/);
  equal(await client.invoke("echo", "still here"), "still here");
}
