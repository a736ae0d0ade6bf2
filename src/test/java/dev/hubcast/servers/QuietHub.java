package dev.hubcast.servers;

import dev.hubcast.ClientProxy;
import dev.hubcast.Hub;
import dev.hubcast.HubCaller;
import dev.hubcast.HubContext;
import dev.hubcast.itest.ObservedHub;
import jakarta.inject.Inject;
import jakarta.websocket.server.ServerEndpoint;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Speaks when it is told to. */
@Hub(name = "quiet")
@ServerEndpoint("/hubs/quiet")
public class QuietHub extends ObservedHub {

    @Inject
    HubContext<QuietHub> hub;

    @Override
    protected String name() {
        return "quiet";
    }

    public void nothing() {
        // an answer to wait for
    }

    public CompletionStage<String> later(int millis) {
        return CompletableFuture.supplyAsync(() -> "at last", in(millis));
    }

    /** Tells the caller something again and again, and returns when that is over. */
    public CompletionStage<Void> tell(int times, int everyMillis, HubCaller caller) {
        ClientProxy client = caller.client();
        CompletableFuture<?>[] told = new CompletableFuture<?>[times];
        for (int time = 0; time < times; time++) {
            told[time] = CompletableFuture.runAsync(() -> client.send("told"), in((time + 1) * everyMillis));
        }
        return CompletableFuture.allOf(told);
    }

    public void tellAll() {
        hub.clients().all().send("told");
    }

    /** Tells the caller something long; a client that does not read has a write pending then. */
    public void tellMuch(int characters, HubCaller caller) {
        caller.client().send("told", "x".repeat(characters));
    }

    public void hangUp(HubCaller caller) {
        caller.abort();
    }

    private static Executor in(int millis) {
        return CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS);
    }
}
