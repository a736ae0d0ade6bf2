package dev.hubcast.dispatch;

import dev.hubcast.HubCaller;
import dev.hubcast.HubException;
import dev.hubcast.HubGroups;
import dev.hubcast.Join;
import dev.hubcast.connection.LocalHub;
import dev.hubcast.security.ClientJoin;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * A hub's groups, of all its connections or of those of a tenant.
 *
 * @param sender knows the hub
 * @param tenant the tenant, null if none was named
 */
record Groups(HubSender<?> sender, String tenant) implements HubGroups {

    /** What is done to a connection. */
    private interface Change {

        void of(LocalHub hub, String tenant, String connectionId, String group);
    }

    @Override
    public CompletionStage<Void> add(String connectionId, String group) {
        return changeNamed(LocalHub::join, connectionId, group);
    }

    @Override
    public CompletionStage<Void> remove(String connectionId, String group) {
        return changeNamed(LocalHub::leave, connectionId, group);
    }

    @Override
    public CompletionStage<Void> add(HubCaller caller, String group) {
        LocalHub open = sender.hub().orElse(null);
        if (open != null && !group.isEmpty()
                && !sender.joins().admitsFromHubCode(ClientJoin.of(new Join.Group(open.name(), group), caller))) {
            throw new HubException("You may not join this group.");
        }
        return change(LocalHub::join, tenantOf(caller), caller.connectionId(), group);
    }

    @Override
    public CompletionStage<Void> remove(HubCaller caller, String group) {
        return change(LocalHub::leave, tenantOf(caller), caller.connectionId(), group);
    }

    private String tenantOf(HubCaller caller) {
        return tenant == null ? caller.tenant() : tenant;
    }

    private CompletionStage<Void> changeNamed(Change change, String connectionId, String group) {
        boolean hasTenants = sender.hub().map(LocalHub::hasTenants).orElse(false);
        return change(change, hasTenants ? HubSender.named(tenant) : tenant, connectionId, group);
    }

    private CompletionStage<Void> change(Change change, String ofTenant, String connectionId, String group) {
        Objects.requireNonNull(connectionId, "connectionId");
        if (Objects.requireNonNull(group, "group").isEmpty()) {
            throw new IllegalArgumentException("A group has a name.");
        }
        sender.hub().ifPresent(hub -> change.of(hub, ofTenant, connectionId, group));
        return CompletableFuture.completedStage(null);
    }
}
