import { equal } from "../../expect.js";
import { heard } from "../../stage.js";

export default async function act(stage) {
  const inside = await stage.connect("lounge");
  const neighbour = await stage.connect("lounge");
  const outside = await stage.connect("lounge");
  const [toInside, toNeighbour, toOutside] = [inside, neighbour, outside].map(client => heard(client, "said"));

  await inside.invoke("join", "oslo");
  await neighbour.invoke("join", "oslo");
  await outside.invoke("sendGroup", "oslo", "to all of you");
  await inside.invoke("sendOthersInGroup", "oslo", "to the others");
  equal(await toInside.next(), "to all of you");
  equal(await toNeighbour.next(), "to all of you");
  equal(await toNeighbour.next(), "to the others");

  await neighbour.invoke("leave", "oslo");
  await inside.invoke("sendGroup", "oslo", "to me");
  equal(await toInside.next(), "to me");

  await inside.invoke("sendAll", "to everybody");
  equal(await toInside.next(), "to everybody");
  equal(await toNeighbour.next(), "to everybody");
  equal(await toOutside.next(), "to everybody");
}
