import { equal } from "./expect.js";
import { end, soon } from "./stage.js";

/**
 * Has the hub send everything back, and drops the cable again and again while both directions are busy: nothing may get lost, come twice
 * or out of order, and the hub may notice nothing.
 */
export async function roundTripsThroughDrops(stage, { drops, betweenDrops, underWay, padding }) {
  const client = await stage.connect("lounge");
  const id = client.connectionId;
  const ended = end(client).then(({ error }) => { throw error ?? new Error("The connection has ended."); });
  const back = [];
  let arrived;
  client.on("said", text => {
    back.push(parseInt(text, 10));
    arrived?.();
  });
  const cameBack = async count => {
    while (back.length < count) {
      await soon(Promise.race([ended, new Promise(resolve => { arrived = resolve; })]), `message ${back.length}`);
    }
  };

  const all = Array.from({ length: (drops + 1) * betweenDrops }, (unused, index) => index);
  for (const number of all) {
    client.send("sendCaller", `${number} ${padding}`).catch(error => console.error(`Message ${number} was not sent: ${error}`));
    if (number % betweenDrops === betweenDrops - 1 && number < all.length - 1) {
      await stage.drop();
    }
    await cameBack(number - underWay);
  }
  await cameBack(all.length);

  equal(await client.invoke("id"), id, "the connection");
  equal(back, all, "what came back");
  equal(await client.invoke("opens"), 1, "runs of @OnOpen");
  equal(await client.invoke("ends", id), [], "runs of @OnClose");
}
