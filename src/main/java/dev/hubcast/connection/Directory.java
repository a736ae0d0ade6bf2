package dev.hubcast.connection;

import dev.hubcast.connection.Audience.All;
import dev.hubcast.connection.Audience.Connections;
import dev.hubcast.connection.Audience.Groups;
import dev.hubcast.connection.Audience.Users;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Where an audience becomes connections: those of a hub by id, group and user, or, if it has tenants, those of one tenant. Safe for use by
 * any number of threads.
 */
final class Directory {

    private final Map<String, HubConnection> byId = new ConcurrentHashMap<>();
    private final ConnectionSets groups = new ConnectionSets();
    private final ConnectionSets users = new ConnectionSets();

    void add(HubConnection connection) {
        byId.put(connection.id(), connection);
        if (connection.userIdentifier() != null) {
            users.add(connection.userIdentifier(), connection);
        }
    }

    void remove(HubConnection connection) {
        byId.remove(connection.id(), connection);
        if (connection.userIdentifier() != null) {
            users.remove(connection.userIdentifier(), connection);
        }
    }

    /** Null if there is none. */
    HubConnection find(String connectionId) {
        return byId.get(connectionId);
    }

    ConnectionSets groups() {
        return groups;
    }

    int connectionCount() {
        return byId.size();
    }

    void forEach(Audience audience, Consumer<HubConnection> action) {
        if (audience instanceof All all) {
            forEach(byId.values(), all.except(), action);
        } else if (audience instanceof Connections some) {
            some.ids().stream().map(byId::get).filter(Objects::nonNull).forEach(action);
        } else if (audience instanceof Groups some) {
            forEach(members(groups, some.names()), some.except(), action);
        } else if (audience instanceof Users some) {
            forEach(members(users, some.identifiers()), some.except(), action);
        }
    }

    private static void forEach(Collection<HubConnection> connections, Set<String> except, Consumer<HubConnection> action) {
        for (HubConnection connection : connections) {
            if (except.isEmpty() || !except.contains(connection.id())) {
                action.accept(connection);
            }
        }
    }

    private static Collection<HubConnection> members(ConnectionSets sets, Set<String> names) {
        if (names.size() == 1) {
            return sets.of(names.iterator().next());
        }
        Set<HubConnection> once = Collections.newSetFromMap(new IdentityHashMap<>());
        names.forEach(each -> once.addAll(sets.of(each)));
        return once;
    }
}
