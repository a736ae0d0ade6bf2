import { equal } from "../../expect.js";
import { heard, soon } from "../../stage.js";

export default async function act(stage) {
  const client = await stage.connect("lounge");
  const stopped = heard(client, "stopped");

  const first = {};
  first.arrived = new Promise(resolve => {
    first.subscription = client.stream("endless").subscribe({ next: resolve, error() {}, complete() {} });
  });
  equal(await soon(first.arrived, "the first item"), 0);
  first.subscription.dispose();

  equal(await stopped.next(), "endless");
  equal(await client.invoke("echo", "still here"), "still here");
}
