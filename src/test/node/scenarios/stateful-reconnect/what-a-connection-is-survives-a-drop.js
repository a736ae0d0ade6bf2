import { equal } from "../../expect.js";
import { end, heard, soon } from "../../stage.js";

export default async function act(stage) {
  const client = await stage.connect("lounge", { reconnect: [0] });
  const id = client.connectionId;
  const said = heard(client, "said");
  const ended = end(client);
  await client.invoke("join", "oslo");

  await stage.drop();
  await soon(client.invoke("sendGroup", "oslo", "still a member"), "the call after the drop");

  equal(await said.next(), "still a member");
  equal(client.state, "Connected");
  equal(client.connectionId, id);
  equal(await client.invoke("id"), id);

  client.send("abort");
  equal(await soon(ended, "the end"), {}, "an end for good");
}
