import { equal } from "../../expect.js";
import { soon } from "../../stage.js";

const LIMIT = 32 * 1024;
const PARAGRAPH = "Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich. ";

/** Of exactly the size that a server takes, when it has become the argument of the client's second call, with all that is around it. */
function longest(protocol) {
  const record = JSON.stringify({ arguments: [""], invocationId: "1", target: "echo", type: 1 });
  const around = protocol === "messagepack"
    ? "len" + "[" + "1" + "{" + "_1" + "_echo" + "[" + "len" // a character for each byte
    : record + "\u001e";
  return "x".repeat(LIMIT - around.length);
}

export default async function act(stage) {
  const client = await stage.connect("lounge");
  equal(await client.invoke("echo", "the first call"), "the first call");

  const text = longest(stage.protocol);
  equal(await soon(client.invoke("echo", text), "the longest"), text, "the longest");
  const pages = await soon(client.invoke("repeat", PARAGRAPH, 8000), "half a megabyte");
  equal(pages, PARAGRAPH.repeat(8000), "half a megabyte");
}
