package dev.hubcast.connection;

import java.util.HashSet;
import java.util.Set;

/** Where a connection is known: to its hub, and to which groups. Once it has left it joins nothing any more, whoever asks. */
final class Membership {

    private final HubConnection connection;
    private final LocalHub hub;
    private final Set<String> groups = new HashSet<>();
    private boolean left;

    Membership(HubConnection connection, LocalHub hub) {
        this.connection = connection;
        this.hub = hub;
    }

    synchronized void register() {
        if (!left) {
            hub.register(connection);
        }
    }

    synchronized void join(String group) {
        if (!left && groups.add(group)) {
            hub.groups().add(group, connection);
            connection.news().joined(group);
        }
    }

    synchronized void leave(String group) {
        if (groups.remove(group)) {
            hub.groups().remove(group, connection);
            connection.news().left(group);
        }
    }

    synchronized Set<String> groups() {
        return Set.copyOf(groups);
    }

    synchronized void leaveAll() {
        left = true;
        groups.forEach(group -> hub.groups().remove(group, connection));
        groups.clear();
        hub.unregister(connection);
    }
}
