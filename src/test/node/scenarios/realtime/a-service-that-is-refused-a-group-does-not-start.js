import { equal, fails } from "../../expect.js";
import { published, soon } from "../../stage.js";

export default async function act(stage) {
  const service = stage.service("messages");
  const messages = published(service.messageReceived, "a message");

  await fails(soon(service.start("secret"), "start"), /You may not join the group 'secret'\./, "start");
  equal(service.state, "disconnected");
  equal(service.connection, null);
  await fails((async () => service.invoke("tell", "oslo", "nobody"))(), /has not started/, "a call");

  await service.start("oslo");
  await service.invoke("tell", "oslo", "hello");
  equal(await messages.next(), "hello");
  await fails(service.start("bergen"), /has started/, "a second start");
}
