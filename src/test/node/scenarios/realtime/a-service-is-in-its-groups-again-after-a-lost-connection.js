import { equal } from "../../expect.js";
import { published } from "../../stage.js";

export default async function act(stage) {
  const service = stage.service("messages");
  const messages = published(service.messageReceived, "a message");
  const states = published(service.stateChanged, "a state");
  const other = await stage.connect("messages");
  await service.start(["oslo", "bergen & more"]);
  equal(await states.next(), "connecting");
  equal(await states.next(), "connected");

  await other.invoke("tell", "oslo", { text: "one" });
  equal(await messages.next(), { text: "one" });
  await stage.drop();
  equal(await states.next(), "reconnecting");
  equal(await states.next(), "connected");

  await service.invoke("tell", "elsewhere", "not for this service");
  await service.invoke("tell", "oslo", "two");
  await service.send("tell", "bergen & more", "three");
  equal(await messages.next(), "two");
  equal(await messages.next(), "three");
}
