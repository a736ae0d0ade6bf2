package dev.hubcast.dispatch;

import dev.hubcast.ClientProxies;
import dev.hubcast.ClientProxy;
import dev.hubcast.HubClients;
import dev.hubcast.SingleClientProxy;
import dev.hubcast.connection.Audience;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * Names recipients by audiences, and one by its id.
 *
 * @param <P> what sends
 */
class Targets<P> implements HubClients<P> {

    private final Function<Audience, ? extends P> proxies;
    private final Function<String, ? extends P> single;

    Targets(Function<Audience, ? extends P> proxies, Function<String, ? extends P> single) {
        this.proxies = proxies;
        this.single = single;
    }

    /** By the names of the clients' methods. */
    static final class ByName extends Targets<ClientProxy> implements ClientProxies {

        private final Function<String, SingleClientProxy> single;

        ByName(Function<Audience, ClientProxy> proxies, Function<String, SingleClientProxy> single) {
            super(proxies, single);
            this.single = single;
        }

        @Override
        public SingleClientProxy client(String connectionId) {
            return single.apply(connectionId);
        }
    }

    @Override
    public P all() {
        return proxies.apply(Audience.all());
    }

    @Override
    public P allExcept(Collection<String> connectionIds) {
        return proxies.apply(Audience.allExcept(connectionIds));
    }

    @Override
    public P client(String connectionId) {
        return single.apply(connectionId);
    }

    @Override
    public P clients(Collection<String> connectionIds) {
        return proxies.apply(Audience.connections(connectionIds));
    }

    @Override
    public P group(String group) {
        return proxies.apply(Audience.groups(List.of(group)));
    }

    @Override
    public P groupExcept(String group, Collection<String> connectionIds) {
        return proxies.apply(Audience.group(group, connectionIds));
    }

    @Override
    public P groups(Collection<String> groups) {
        return proxies.apply(Audience.groups(groups));
    }

    @Override
    public P user(String userIdentifier) {
        return proxies.apply(Audience.users(List.of(userIdentifier)));
    }

    @Override
    public P users(Collection<String> userIdentifiers) {
        return proxies.apply(Audience.users(userIdentifiers));
    }
}
