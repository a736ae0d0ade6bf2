package dev.hubcast.dispatch;

import dev.hubcast.ClientProxies;
import dev.hubcast.ClientProxy;
import dev.hubcast.HubClients;
import dev.hubcast.HubContext;
import dev.hubcast.HubGroups;
import dev.hubcast.connection.Audience;

/**
 * Sends to those of a hub's clients that belong to a tenant. Whether that may be named is found out on the thread that sends.
 *
 * @param sender sends to the hub's clients
 * @param tenant the tenant
 */
record TenantContext<H>(HubSender<H> sender, String tenant) implements HubContext<H> {

    @Override
    public ClientProxies clients() {
        return new Targets.ByName(this::to, this::one);
    }

    @Override
    public <T> HubClients<T> clients(Class<T> client) {
        ClientInterface<T> typed = sender.typed(client);
        return new Targets<>(audience -> typed.to(to(audience)), id -> typed.to(one(id)));
    }

    private ClientProxy to(Audience audience) {
        return (method, arguments) -> sender.send(HubSender.within(tenant, audience), method, arguments);
    }

    private OneClient one(String connectionId) {
        return new OneClient(sender, tenant, connectionId, null, null);
    }

    @Override
    public HubGroups groups() {
        return new Groups(sender, tenant);
    }

    @Override
    public HubContext<H> tenant(String other) {
        return sender.tenant(other);
    }
}
