import { equal, fails } from "../../expect.js";
import { soon } from "../../stage.js";

export default async function act(stage) {
  const client = await stage.connect("members", { token: "token-of-ada" });
  equal(await client.invoke("whoAmI"), "ada");

  const stranger = stage.client("members", { token: "forged" });
  await fails(soon(stranger.start(), "start"), /Status code '401'/);
  const nobody = stage.client("members");
  await fails(soon(nobody.start(), "start"), /Status code '401'/);
}
