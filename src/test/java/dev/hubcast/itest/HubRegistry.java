package dev.hubcast.itest;

import dev.hubcast.HubCaller;
import dev.hubcast.connection.LocalHub;
import dev.hubcast.deployment.HubcastExtension;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Looks, from within a test's application, at what Hubcast keeps and shows to no application. */
@ApplicationScoped
public class HubRegistry {

    private final Map<String, Object> connections = new ConcurrentHashMap<>();

    @Inject
    BeanManager beans;

    /**
     * What a hub keeps.
     *
     * @param connections those that hear what is sent to all
     * @param groups those that have members
     * @param transports those that have not ended, whether or not their connection has
     */
    public record Counts(int connections, int groups, int transports) {}

    /** What the hub keeps now. */
    public Counts counts(String hubName) {
        LocalHub hub = hub(hubName);
        return new Counts(hub.connectionCount(), hub.groupCount(), ((Collection<?>) field(hub, "alive")).size());
    }

    /** Keeps the caller's connection for {@link #queued} and {@link #pollWaits}. */
    public void remember(HubCaller caller) {
        connections.put(caller.connectionId(), field(caller, "connection"));
    }

    /** How many records wait for a remembered connection, without those that were handed to the server. */
    public int queued(String connectionId) {
        return ((Collection<?>) field(field(connections.get(connectionId), "outbox"), "waiting")).size();
    }

    /** Whether a poll of a remembered connection waits for something to say. */
    public boolean pollWaits(String connectionId) {
        return field(field(connections.get(connectionId), "transport"), "parked") != null;
    }

    private LocalHub hub(String name) {
        Map<?, ?> senders = (Map<?, ?>) field(beans.getExtension(HubcastExtension.class), "senders");
        return senders.values().stream().map(sender -> (LocalHub) field(sender, "hub")).filter(hub -> hub.name().equals(name))
                .findFirst().orElseThrow(() -> new IllegalArgumentException("No hub " + name));
    }

    private static Object field(Object of, String name) {
        try {
            Field field = of.getClass().getDeclaredField(name);
            field.setAccessible(true);
            return field.get(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
