import { equal, fails } from "../../expect.js";
import { collected, soon } from "../../stage.js";

export default async function act(stage) {
  const client = await stage.connect("lounge");

  const numbers = stage.subject();
  const sum = client.invoke("sum", numbers);
  for (let number = 1; number <= 100; number++) {
    numbers.next(number);
  }
  numbers.complete();
  equal(await soon(sum, "sum"), 5050);

  const broken = stage.subject();
  const failure = fails(client.invoke("sum", broken), /HubException: .*gave up/);
  broken.next(1);
  broken.error(new Error("gave up"));
  await failure;

  const texts = stage.subject();
  const echoes = collected(client.stream("echoStream", texts));
  ["x", "y", "z"].forEach(text => texts.next(text));
  texts.complete();
  equal(await echoes, ["x", "y", "z"], "both ways at once");
}
