package dev.hubcast.dispatch;

import dev.hubcast.HubCaller;
import dev.hubcast.SingleClientProxy;
import dev.hubcast.connection.Audience;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Sends to one client and asks it for results.
 *
 * @param sender sends to the hub's clients
 * @param connectionId the client
 * @param asker in whose call the client is asked, null if only the calling thread tells
 * @param patience how long to wait for an answer, null for as long as the client is there
 */
record OneClient(HubSender<?> sender, String connectionId, HubCaller asker, Duration patience) implements SingleClientProxy {

    OneClient {
        Objects.requireNonNull(connectionId, "connectionId");
    }

    @Override
    public void sendAll(String method, List<?> arguments) {
        sender.send(Audience.connection(connectionId), method, arguments);
    }

    @Override
    public SingleClientProxy within(Duration wanted) {
        if (wanted.isNegative() || wanted.isZero()) {
            throw new IllegalArgumentException("A client needs some time to answer.");
        }
        return new OneClient(sender, connectionId, asker, wanted);
    }

    @Override
    @SuppressWarnings("unchecked") // what comes was bound to the class
    public <T> CompletionStage<T> invokeAll(Class<T> result, String method, List<?> arguments) {
        return (CompletionStage<T>) ask(Objects.requireNonNull(result, "result"), method, arguments);
    }

    /** Asks for a result of any type. */
    CompletableFuture<Object> ask(Type result, String method, List<?> arguments) {
        HubSender.requireName(method);
        CallScope.waitsForClient(asker);
        return sender.ask(this, result, method, arguments);
    }
}
