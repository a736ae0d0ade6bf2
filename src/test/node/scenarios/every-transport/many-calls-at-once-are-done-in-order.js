import { equal } from "../../expect.js";
import { heard, soon } from "../../stage.js";

const NUMBERS = Array.from({ length: 300 }, (unused, index) => index);

export default async function act(stage) {
  const client = await stage.connect("lounge");
  const said = heard(client, "said");

  NUMBERS.forEach(number => client.send("sendCaller", `n${number}`));
  const answers = await soon(Promise.all(NUMBERS.map(number => client.invoke("add", number, 1))), "answers");

  equal(answers, NUMBERS.map(number => number + 1), "answers");
  equal(said.all, NUMBERS.map(number => `n${number}`), "what the calls before sent");
}
