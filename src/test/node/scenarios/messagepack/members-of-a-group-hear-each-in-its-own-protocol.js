import { equal } from "../../expect.js";
import { heard } from "../../stage.js";

export default async function act(stage) {
  const binary = await stage.connect("lounge");
  const text = await stage.connect("lounge", { protocol: "json" });
  const [toBinary, toText] = [binary, text].map(client => heard(client, "said"));
  await binary.invoke("join", "oslo");
  await text.invoke("join", "oslo");

  for (const [sender, words] of [[binary, "grüße"], [text, "世界 \u{1F600}"]]) {
    await sender.invoke("sendGroup", "oslo", words);
    equal(await toBinary.next(), words);
    equal(await toText.next(), words);
  }
}
