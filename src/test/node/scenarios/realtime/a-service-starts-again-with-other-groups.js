import { equal } from "../../expect.js";
import { published } from "../../stage.js";

export default async function act(stage) {
  const service = stage.service("messages?from=here", { tenant: "a&b = c" });
  const messages = published(service.messageReceived, "a message");
  const broken = service.messageReceived.subscribe(() => { throw new Error("is the listener's own"); });
  const cancelled = [];
  const subscription = service.messageReceived.subscribe(message => cancelled.push(message));
  await service.start("oslo");
  equal(await service.invoke("query", "tenant"), ["a&b = c"]);
  equal(await service.invoke("query", "group"), ["oslo"]);
  equal(await service.invoke("query", "from"), ["here"]);
  await service.invoke("tell", "oslo", "one");
  equal(await messages.next(), "one");

  subscription.unsubscribe();
  broken.unsubscribe();
  await service.stop();
  equal(service.state, "disconnected");
  await service.start("bergen");
  await service.invoke("tell", "oslo", "for nobody");
  await service.invoke("tell", "bergen", "two");
  equal(await messages.next(), "two");
  equal(cancelled, ["one"]);
}
