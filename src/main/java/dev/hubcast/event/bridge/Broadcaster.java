package dev.hubcast.event.bridge;

import dev.hubcast.connection.Audience;
import dev.hubcast.dispatch.HubSender;
import dev.hubcast.event.Broadcast;
import dev.hubcast.event.Recipients;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Executor;

/** Sends what beans fire, in its phase of the transaction. Whoever fired it does not notice a failure. */
final class Broadcaster {

    private static final Logger LOG = System.getLogger(Broadcaster.class.getName());

    private volatile Map<String, HubSender<?>> hubs = Map.of();
    private volatile Transactions transactions;

    /** The application's hubs by name. */
    void hubs(Map<String, HubSender<?>> byName) {
        hubs = Map.copyOf(byName);
    }

    /** The hubs are open; before, nobody hears. */
    void open(TransactionSynchronizationRegistry registry, Executor together) {
        transactions = new Transactions(registry, together);
    }

    void fired(Object event, List<DeclaredBroadcast> declared) {
        for (DeclaredBroadcast each : declared) {
            guarded(event, each.method(), () -> send(event, each));
        }
    }

    void fired(Broadcast broadcast) {
        guarded(broadcast, broadcast.method(), () -> send(broadcast));
    }

    private static void guarded(Object event, String method, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | StackOverflowError e) { // getters and adapters may throw anything, cycles in a value the latter
            LOG.log(Level.ERROR, () -> "Nobody hears an event of " + event.getClass().getName() + " as '" + method + "'", e);
        }
    }

    private void send(Object event, DeclaredBroadcast declared) {
        Audience audience = declared.aim().of(event);
        if (audience == null) {
            LOG.log(Level.WARNING, "Nobody hears an event of {0} as ''{1}'': a placeholder in ''{2}'' has no value",
                    event.getClass().getName(), declared.method(), declared.aim().names());
            return;
        }
        send(declared.hub(), audience, declared.method(), Collections.singletonList(event), declared.when());
    }

    private void send(Broadcast broadcast) {
        HubSender<?> hub = hubs.get(broadcast.hub());
        if (hub == null) {
            throw new IllegalArgumentException("There is no hub '" + broadcast.hub() + "'. Name one of these: "
                    + String.join(", ", new TreeSet<>(hubs.keySet())) + ".");
        }
        Audience audience = audience(broadcast.recipients());
        send(hub, broadcast.tenant() == null ? audience : HubSender.within(broadcast.tenant(), audience), broadcast.method(), broadcast.arguments(), broadcast.when());
    }

    private static Audience audience(Recipients recipients) {
        if (recipients instanceof Recipients.InGroups some) {
            return new Audience.Groups(some.groups(), some.without());
        }
        if (recipients instanceof Recipients.OfUsers some) {
            return new Audience.Users(some.users(), some.without());
        }
        if (recipients instanceof Recipients.Connections some) {
            return new Audience.Connections(some.ids());
        }
        return new Audience.All(((Recipients.All) recipients).without());
    }

    private void send(HubSender<?> hub, Audience audience, String method, List<?> arguments, TransactionPhase when) {
        Transactions now = transactions;
        if (now == null) {
            return;
        }
        switch (now.turnOf(when)) {
            case NOW -> hub.send(audience, method, arguments);
            case LATER -> now.later(when, hub.prepare(audience, method, arguments));
            case NEVER -> LOG.log(Level.DEBUG, "The transaction will fail, so nobody hears {0}", method);
        }
    }
}
