package dev.hubcast.connection;

import jakarta.websocket.CloseReason;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the hub's watch is told of a connection, as steps of its queue. Steps may be dropped, so only what was told as joined is told as
 * left.
 */
final class News {

    private final HubConnection connection;
    private final ConnectionWatch watch;

    /** Both belong to the steps, which run one after another. */
    private final Set<String> joined = new LinkedHashSet<>();
    private boolean connected;

    News(HubConnection connection, ConnectionWatch watch) {
        this.connection = connection;
        this.watch = watch;
    }

    /** To be called in a step. */
    void connected() {
        connected = true;
        watch.connected(connection);
    }

    /** To be called in the order of joins and leaves. */
    void joined(String group) {
        if (watch.hearsOfGroups()) {
            connection.queue(() -> {
                if (joined.add(group)) {
                    watch.joined(connection, group);
                }
                return null;
            });
        }
    }

    /** To be called in the order of joins and leaves. */
    void left(String group) {
        if (watch.hearsOfGroups()) {
            connection.queue(() -> {
                if (joined.remove(group)) {
                    watch.left(connection, group);
                }
                return null;
            });
        }
    }

    /** To be called in the last step. */
    void disconnected(CloseReason reason) {
        List.copyOf(joined).forEach(group -> watch.left(connection, group));
        joined.clear();
        if (connected) {
            watch.disconnected(connection, reason);
        }
    }
}
