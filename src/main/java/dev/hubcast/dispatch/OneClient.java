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
 * @param tenant the tenant that the application has named, null if it has named none
 * @param connectionId the client
 * @param asker in whose call the client is asked, null if only the calling thread tells
 * @param patience how long to wait for an answer, null for as long as the client is there
 */
record OneClient(HubSender<?> sender, String tenant, String connectionId, HubCaller asker, Duration patience) implements SingleClientProxy {

    OneClient {
        Objects.requireNonNull(connectionId, "connectionId");
    }

    /** The client; a caller is one of its own tenant, on any thread. */
    Audience audience() {
        Audience client = Audience.connection(connectionId);
        if (asker != null) {
            return client.forTenant(asker.tenant());
        }
        return tenant == null ? client : HubSender.within(tenant, client);
    }

    @Override
    public void sendAll(String method, List<?> arguments) {
        sender.send(audience(), method, arguments);
    }

    @Override
    public SingleClientProxy within(Duration wanted) {
        if (wanted.isNegative() || wanted.isZero()) {
            throw new IllegalArgumentException("A client needs some time to answer.");
        }
        return new OneClient(sender, tenant, connectionId, asker, wanted);
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
