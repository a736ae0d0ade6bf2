import { equal, fails } from "../../expect.js";
import { end, soon } from "../../stage.js";

export default async function act(stage) {
  const client = await stage.connect("lounge");
  const ended = end(client);
  const neighbour = await stage.connect("lounge");

  const call = client.invoke("echo", "x".repeat(40_000));
  await fails(soon(call, "the call"), /Server returned an error on close: Connection closed with an error\./);

  const { error } = await soon(ended, "the end");
  equal(error.message, "Server returned an error on close: Connection closed with an error.");
  equal(await neighbour.invoke("echo", "here"), "here");
}
