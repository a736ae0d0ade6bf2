import { equal } from "../../expect.js";
import { heard, soon } from "../../stage.js";

export default async function act(stage) {
  const client = await stage.connect("lounge", { reconnect: Array(50).fill(200) });
  const said = heard(client, "said");
  const lostId = client.connectionId;
  const lost = new Promise(resolve => client.onreconnecting(resolve));
  const back = new Promise(resolve => client.onreconnected(resolve));
  await client.invoke("join", "oslo");

  await stage.cut();
  await soon(lost, "the loss");
  equal(client.state, "Reconnecting");
  await stage.mend();
  const id = await soon(back, "the return");

  equal(id === lostId, false, "the same id again");
  equal(await client.invoke("id"), id);
  equal(await client.invoke("transport"), stage.transport);
  await client.invoke("sendGroup", "oslo", "lost");
  await client.invoke("join", "oslo");
  await client.invoke("sendGroup", "oslo", "joined again");
  equal(await said.next(), "joined again");
}
