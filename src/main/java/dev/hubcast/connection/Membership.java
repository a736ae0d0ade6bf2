package dev.hubcast.connection;

import java.util.HashSet;
import java.util.Set;

/** Where a connection is known: to its hub, and to which groups. Once it has left it joins nothing any more, whoever asks. */
final class Membership {

    private final HubConnection connection;
    private final LocalHub hub;
    private final Set<String> groups = new HashSet<>();
    /** Null before the connection is known. */
    private Directory directory;
    private boolean left;

    Membership(HubConnection connection, LocalHub hub) {
        this.connection = connection;
        this.hub = hub;
    }

    synchronized void register() {
        if (!left) {
            directory = hub.register(connection);
        }
    }

    synchronized void join(String group) {
        if (!left && groups.add(group)) {
            directory.groups().add(group, connection);
            connection.news().joined(group);
        }
    }

    synchronized void leave(String group) {
        if (groups.remove(group)) {
            directory.groups().remove(group, connection);
            connection.news().left(group);
        }
    }

    synchronized Set<String> groups() {
        return Set.copyOf(groups);
    }

    synchronized void leaveAll() {
        left = true;
        groups.forEach(group -> directory.groups().remove(group, connection));
        groups.clear();
        if (directory != null) {
            hub.unregister(connection);
        }
    }
}
