package dev.hubcast.dispatch;

import dev.hubcast.ClientProxies;
import dev.hubcast.ClientProxy;
import dev.hubcast.HubCaller;
import dev.hubcast.HubClients;
import dev.hubcast.HubContext;
import dev.hubcast.HubException;
import dev.hubcast.HubGroups;
import dev.hubcast.Join;
import dev.hubcast.connection.Audience;
import dev.hubcast.connection.LocalHub;
import dev.hubcast.protocol.Arguments;
import dev.hubcast.protocol.HubMessage.Invocation;
import dev.hubcast.security.ClientJoin;
import dev.hubcast.security.JoinPolicy;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/**
 * Sends to a hub's clients. Beans may have it injected before the hub is open: then there are no clients, and nobody hears what is sent.
 *
 * @param <H> the hub class
 */
public final class HubSender<H> implements HubContext<H> {

    private final Map<Class<?>, ClientInterface<?>> interfaces = new ConcurrentHashMap<>();
    private final ClientProxies untyped = new Targets.ByName(this::to, id -> one(id, null));
    private final HubGroups groups = new Groups();
    private final BiConsumer<Audience, Invocation> witness;
    private volatile JoinPolicy joins;
    private volatile LocalHub hub;

    /** Nobody else is told what is sent. */
    public HubSender() {
        this((audience, call) -> { });
    }

    /**
     * Somebody else is told what is sent.
     *
     * @param witness told of each message before it is sent, on the sender's thread; what it throws is thrown, and nobody hears the message
     */
    public HubSender(BiConsumer<Audience, Invocation> witness) {
        this.witness = witness;
    }

    /**
     * The hub is open.
     *
     * @param open its connections
     * @param policy who may join its groups
     */
    public void open(LocalHub open, JoinPolicy policy) {
        this.joins = policy;
        this.hub = open;
    }

    /**
     * The hub's connections.
     *
     * @return empty before the hub is open
     */
    public Optional<LocalHub> hub() {
        return Optional.ofNullable(hub);
    }

    @Override
    public ClientProxies clients() {
        return untyped;
    }

    @Override
    public <T> HubClients<T> clients(Class<T> client) {
        ClientInterface<T> typed = typed(client);
        return new Targets<>(audience -> typed.to(to(audience)), id -> typed.to(one(id, null)));
    }

    @Override
    public HubGroups groups() {
        return groups;
    }

    ClientProxy to(Audience audience) {
        return (method, arguments) -> send(audience, method, arguments);
    }

    <T> T to(Audience audience, Class<T> client) {
        return typed(client).to(to(audience));
    }

    @SuppressWarnings("unchecked") // the map's key is the interface's own class
    private <T> ClientInterface<T> typed(Class<T> client) {
        return (ClientInterface<T>) interfaces.computeIfAbsent(client, ClientInterface::of);
    }

    /** One client, asked within a call or by whatever call runs on the thread (null). */
    OneClient one(String connectionId, HubCaller asker) {
        return new OneClient(this, connectionId, asker, null);
    }

    /** One client by a client interface. */
    <T> T one(String connectionId, HubCaller asker, Class<T> client) {
        return typed(client).to(one(connectionId, asker));
    }

    static void requireName(String method) {
        if (Objects.requireNonNull(method, "method").isEmpty()) {
            throw new IllegalArgumentException("A client method has a name.");
        }
    }

    /** Before the hub is open there are no clients. */
    CompletableFuture<Object> ask(OneClient client, Type result, String method, List<?> arguments) {
        LocalHub open = hub;
        return open == null
                ? LocalHub.nobody(client.connectionId())
                : open.ask(client.connectionId(), result, method, Arguments.of(arguments), client.patience());
    }

    /**
     * Calls a client method.
     *
     * @param audience whose
     * @param method its name
     * @param arguments its arguments
     * @throws IllegalArgumentException if the name is empty or an argument cannot be serialised; nobody hears it
     */
    public void send(Audience audience, String method, List<?> arguments) {
        requireName(method);
        Invocation call = Invocation.of(method, arguments);
        witness.accept(audience, call);
        LocalHub open = hub;
        if (open != null) {
            open.deliver(audience, call);
        }
    }

    /**
     * Serialises the call of a client method, to be sent later.
     *
     * @param audience whose
     * @param method its name
     * @param arguments its arguments, as they are now
     * @return sends it; to be run once
     * @throws IllegalArgumentException if the name is empty or an argument cannot be serialised
     */
    public Runnable prepare(Audience audience, String method, List<?> arguments) {
        requireName(method);
        Invocation call = Invocation.of(method, arguments);
        LocalHub open = hub;
        Runnable sending = open == null ? () -> { } : open.prepare(audience, call);
        return () -> {
            witness.accept(audience, call);
            sending.run();
        };
    }

    private final class Groups implements HubGroups {

        @Override
        public CompletionStage<Void> add(String connectionId, String group) {
            return change(connectionId, group, (id, name) -> hub.join(id, name));
        }

        @Override
        public CompletionStage<Void> remove(String connectionId, String group) {
            return change(connectionId, group, (id, name) -> hub.leave(id, name));
        }

        @Override
        public CompletionStage<Void> add(HubCaller caller, String group) {
            LocalHub open = hub;
            if (open != null && !group.isEmpty()
                    && !joins.admitsFromHubCode(ClientJoin.of(new Join.Group(open.name(), group), caller))) {
                throw new HubException("You may not join this group.");
            }
            return add(caller.connectionId(), group);
        }

        private CompletionStage<Void> change(String connectionId, String group, BiConsumer<String, String> change) {
            Objects.requireNonNull(connectionId, "connectionId");
            if (Objects.requireNonNull(group, "group").isEmpty()) {
                throw new IllegalArgumentException("A group has a name.");
            }
            if (hub != null) {
                change.accept(connectionId, group);
            }
            return CompletableFuture.completedStage(null);
        }
    }
}
