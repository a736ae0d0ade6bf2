package dev.hubcast.connection;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Named sets of connections: a hub's groups, or the connections of its users. A set exists while it has a member. Safe for use by any
 * number of threads; who iterates sees each member that was there all the time.
 */
final class ConnectionSets {

    private final ConcurrentMap<String, Set<HubConnection>> sets = new ConcurrentHashMap<>();

    void add(String name, HubConnection connection) {
        sets.compute(name, (key, members) -> {
            Set<HubConnection> set = members != null ? members : ConcurrentHashMap.newKeySet();
            set.add(connection);
            return set;
        });
    }

    void remove(String name, HubConnection connection) {
        sets.computeIfPresent(name, (key, members) -> {
            members.remove(connection);
            return members.isEmpty() ? null : members;
        });
    }

    Collection<HubConnection> of(String name) {
        return sets.getOrDefault(name, Set.of());
    }

    int count() {
        return sets.size();
    }
}
