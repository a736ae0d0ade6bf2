package dev.hubcast.dispatch;

import dev.hubcast.ClientProxy;
import dev.hubcast.HubCaller;
import dev.hubcast.HubRequest;
import dev.hubcast.SingleClientProxy;
import dev.hubcast.TransportType;
import dev.hubcast.connection.Audience;
import dev.hubcast.connection.HubConnection;
import dev.hubcast.connection.Turn;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * The caller behind a connection. Two of the same connection are equal.
 *
 * @param connection the connection
 * @param sender sends to the hub's clients
 * @param turn of the call
 */
record ConnectionCaller(HubConnection connection, HubSender<?> sender, Turn turn) implements HubCaller {

    @Override
    public boolean equals(Object other) {
        return other instanceof ConnectionCaller caller && caller.connection == connection;
    }

    @Override
    public int hashCode() {
        return connection.hashCode();
    }

    @Override
    public String connectionId() {
        return connection.id();
    }

    @Override
    public Principal user() {
        return connection.identity().principal();
    }

    @Override
    public String userName() {
        return connection.identity().name();
    }

    @Override
    public String userIdentifier() {
        return connection.userIdentifier();
    }

    @Override
    public String tenant() {
        return connection.tenant();
    }

    @Override
    public boolean isUserInRole(String role) {
        return connection.identity().isInRole(role);
    }

    @Override
    public SingleClientProxy client() {
        return sender.one(connection.id(), this);
    }

    @Override
    public ClientProxy others() {
        return sender.to(everybodyElse());
    }

    @Override
    public ClientProxy othersInGroup(String group) {
        return sender.to(everybodyElseIn(group));
    }

    @Override
    public <T> T client(Class<T> client) {
        return sender.one(connection.id(), this, client);
    }

    @Override
    public <T> T others(Class<T> client) {
        return sender.to(everybodyElse(), client);
    }

    @Override
    public <T> T othersInGroup(String group, Class<T> client) {
        return sender.to(everybodyElseIn(group), client);
    }

    private Audience everybodyElse() {
        return Audience.allExcept(List.of(connection.id())).forTenant(tenant());
    }

    private Audience everybodyElseIn(String group) {
        return Audience.group(group, List.of(connection.id())).forTenant(tenant());
    }

    @Override
    public HubRequest request() {
        return connection.request();
    }

    @Override
    public TransportType transport() {
        return connection.transport();
    }

    @Override
    public Map<String, Object> items() {
        return connection.items();
    }

    @Override
    public void abort() {
        connection.abort();
    }

    @Override
    public CompletionStage<Void> aborted() {
        return connection.aborted();
    }

    @Override
    public String toString() {
        return connection.toString();
    }
}
