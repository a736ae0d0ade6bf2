package dev.hubcast.event.bridge;

import dev.hubcast.connection.Audience;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executor;

/** Sends what beans fire, in its phase of the transaction. Whoever fired it does not notice a failure. */
final class Broadcaster {

    private static final Logger LOG = System.getLogger(Broadcaster.class.getName());

    private volatile Transactions transactions;

    /** The hubs are open; before, nobody hears. */
    void open(TransactionSynchronizationRegistry registry, Executor together) {
        transactions = new Transactions(registry, together);
    }

    void fired(Object event, List<DeclaredBroadcast> declared) {
        for (DeclaredBroadcast each : declared) {
            try {
                send(event, each);
            } catch (RuntimeException | StackOverflowError e) { // getters and adapters may throw anything, cycles in a value the latter
                LOG.log(Level.ERROR, () -> "Nobody hears an event of " + event.getClass().getName() + " as '" + each.method() + "'", e);
            }
        }
    }

    private void send(Object event, DeclaredBroadcast declared) {
        Transactions now = transactions;
        if (now == null) {
            return;
        }
        Audience audience = declared.aim().of(event);
        if (audience == null) {
            LOG.log(Level.WARNING, "Nobody hears an event of {0} as ''{1}'': a placeholder in ''{2}'' has no value",
                    event.getClass().getName(), declared.method(), declared.aim().name());
            return;
        }
        List<?> arguments = Collections.singletonList(event);
        switch (now.turnOf(declared.when())) {
            case NOW -> declared.hub().send(audience, declared.method(), arguments);
            case LATER -> now.later(declared.when(), declared.hub().prepare(audience, declared.method(), arguments));
            case NEVER -> LOG.log(Level.DEBUG, "The transaction will fail, so nobody hears {0}", declared.method());
        }
    }
}
