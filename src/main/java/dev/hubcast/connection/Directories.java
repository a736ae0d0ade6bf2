package dev.hubcast.connection;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;

/**
 * A hub's directories: one, or, if it has tenants, one for each tenant that has connections. Nobody gets at connections but through the
 * directory of a tenant that is named, so there is no way past it. Safe for use by any number of threads.
 */
abstract sealed class Directories {

    private static final Directory EMPTY = new Directory();

    static Directories of(boolean tenants) {
        return tenants ? new ByTenant() : new Single();
    }

    /** Takes a connection in. Answers where it is from now on. */
    abstract Directory add(HubConnection connection);

    abstract void remove(HubConnection connection);

    /**
     * Those whom a sender can reach.
     *
     * @param tenant the tenant that was named, null if none was
     * @throws IllegalStateException if one has to be named, or there are none to be named
     */
    abstract Directory reachable(String tenant);

    /** A connection of any tenant, null if there is none of that id. */
    abstract HubConnection anywhere(String connectionId);

    abstract int sum(ToIntFunction<Directory> count);

    /** Of a hub without tenants. */
    private static final class Single extends Directories {

        private final Directory all = new Directory();

        @Override
        Directory add(HubConnection connection) {
            all.add(connection);
            return all;
        }

        @Override
        void remove(HubConnection connection) {
            all.remove(connection);
        }

        @Override
        Directory reachable(String tenant) {
            if (tenant != null) {
                throw new IllegalStateException("A tenant is named, but this application has none. Add a bean that is a TenantResolver, or"
                        + " send without a tenant.");
            }
            return all;
        }

        @Override
        HubConnection anywhere(String connectionId) {
            return all.find(connectionId);
        }

        @Override
        int sum(ToIntFunction<Directory> count) {
            return count.applyAsInt(all);
        }
    }

    /** Of a hub with tenants. */
    private static final class ByTenant extends Directories {

        /** A tenant is here while it has a connection. */
        private final Map<String, Directory> byTenant = new ConcurrentHashMap<>();

        @Override
        Directory add(HubConnection connection) {
            return byTenant.compute(connection.tenant(), (tenant, there) -> {
                Directory directory = there == null ? new Directory() : there;
                directory.add(connection);
                return directory;
            });
        }

        @Override
        void remove(HubConnection connection) {
            byTenant.computeIfPresent(connection.tenant(), (tenant, directory) -> {
                directory.remove(connection);
                return directory.connectionCount() == 0 ? null : directory;
            });
        }

        @Override
        Directory reachable(String tenant) {
            if (tenant == null) {
                throw new IllegalStateException("It is not said for which tenant this is. Outside a hub call name one: by"
                        + " HubContext.tenant(…), RealtimeService.tenant(…), Broadcast.tenant(…) or the attribute tenant of @BroadcastTo.");
            }
            return byTenant.getOrDefault(tenant, EMPTY);
        }

        @Override
        HubConnection anywhere(String connectionId) {
            return byTenant.values().stream().map(each -> each.find(connectionId)).filter(Objects::nonNull).findFirst().orElse(null);
        }

        @Override
        int sum(ToIntFunction<Directory> count) {
            return byTenant.values().stream().mapToInt(count).sum();
        }
    }
}
