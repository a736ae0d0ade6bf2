import { LogLevel } from "@microsoft/signalr";
import { RealtimeService, type RealtimeState, type Subscription } from "@hubcast/realtime";
import { RealtimeService as InPage } from "@hubcast/realtime/browser";

interface Progress {
  job: string;
  percent: number;
}

const service = new RealtimeService<Progress>({
  url: "hubs/jobs",
  tenant: "acme",
  connection: { accessTokenFactory: () => "token" },
  logger: LogLevel.Warning,
  retryDelays: [0, 1000],
});
const subscription: Subscription = service.messageReceived.subscribe(progress => progress.percent.toFixed(1));
service.stateChanged.subscribe((state: RealtimeState) => state === "connected");
await service.start("job-1");
await service.stop();
await service.start(["job-1", "job-2"] as const);
const answer: string = await service.invoke<string>("whoAmI");
const id: string | null | undefined = service.connection?.connectionId;
subscription.unsubscribe();
new InPage({ url: answer + id });

// @ts-expect-error the address is missing
new RealtimeService({ tenant: "acme" });
// @ts-expect-error no message has such a property
service.messageReceived.subscribe(progress => progress.done);
