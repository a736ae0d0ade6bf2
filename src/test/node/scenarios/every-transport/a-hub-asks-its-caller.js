import { equal, fails } from "../../expect.js";
import { soon } from "../../stage.js";

export default async function act(stage) {
  const client = await stage.connect("lounge");
  client.on("answer", question => {
    if (question === "fail") {
      throw new Error("no answer");
    }
    return question === "nothing" ? undefined : `${question}!`;
  });

  equal(await soon(client.invoke("askClient", "q"), "answer"), "client said q!");
  await fails(client.invoke("askClient", "fail"), /HubException: Error: no answer$/);
  await fails(client.invoke("askClient", "nothing"), /HubException: Client didn't provide a result\.$/);

  const answers = await soon(Promise.all([client.invoke("askClient", "a"), client.invoke("echo", "between"), client.invoke("askClient", "b")]), "all");
  equal(answers, ["client said a!", "between", "client said b!"]);
}
