package dev.hubcast.dispatch;

import dev.hubcast.ClientProxies;
import dev.hubcast.ClientProxy;
import dev.hubcast.HubCaller;
import dev.hubcast.HubClients;
import dev.hubcast.HubContext;
import dev.hubcast.HubGroups;
import dev.hubcast.connection.Audience;
import dev.hubcast.connection.Audience.InTenant;
import dev.hubcast.connection.LocalHub;
import dev.hubcast.protocol.Arguments;
import dev.hubcast.protocol.HubMessage.Invocation;
import dev.hubcast.security.JoinPolicy;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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
    private final HubGroups groups = new Groups(this, null);
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

    @Override
    public HubContext<H> tenant(String tenant) {
        return new TenantContext<>(this, Objects.requireNonNull(tenant, "tenant"));
    }

    /**
     * Sends to those of an audience that belong to a tenant which the application names.
     *
     * @param tenant the tenant
     * @param audience whom it is for
     * @return the audience
     * @throws IllegalStateException if a call of another tenant's runs on this thread
     */
    public static Audience within(String tenant, Audience audience) {
        return audience.forTenant(named(tenant));
    }

    /** The tenant that the application names; null for that of the call on this thread, if one runs there. */
    static String named(String tenant) {
        String ofCall = CallScope.currentTenant();
        if (tenant != null && ofCall != null && !tenant.equals(ofCall)) {
            throw new IllegalStateException("A call of a client of tenant '" + ofCall + "' runs on this thread, and names tenant '" + tenant
                    + "'. Nothing crosses tenants; do what is for another tenant outside the call.");
        }
        return tenant != null ? tenant : ofCall;
    }

    /** Within a call it is for the caller's tenant without that being said. */
    private static Audience addressed(LocalHub open, Audience audience) {
        if (open == null) {
            return audience;
        }
        Audience addressed = !open.hasTenants() || audience instanceof InTenant ? audience : within(null, audience);
        open.requireReachable(addressed);
        return addressed;
    }

    ClientProxy to(Audience audience) {
        return (method, arguments) -> send(audience, method, arguments);
    }

    <T> T to(Audience audience, Class<T> client) {
        return typed(client).to(to(audience));
    }

    @SuppressWarnings("unchecked") // the map's key is the interface's own class
    <T> ClientInterface<T> typed(Class<T> client) {
        return (ClientInterface<T>) interfaces.computeIfAbsent(client, ClientInterface::of);
    }

    /** One client, asked within a call or by whatever call runs on the thread (null). */
    OneClient one(String connectionId, HubCaller asker) {
        return new OneClient(this, null, connectionId, asker, null);
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
        if (open == null) {
            return LocalHub.nobody(client.connectionId());
        }
        Audience addressed = addressed(open, client.audience());
        return open.ask(addressed instanceof InTenant some ? some.tenant() : null, client.connectionId(), result, method,
                Arguments.of(arguments), client.patience());
    }

    /**
     * Calls a client method.
     *
     * @param audience whose
     * @param method its name
     * @param arguments its arguments
     * @throws IllegalArgumentException if the name is empty or an argument cannot be serialised; nobody hears it
     * @throws IllegalStateException if it is not said for which tenant it is
     */
    public void send(Audience audience, String method, List<?> arguments) {
        requireName(method);
        Invocation call = Invocation.of(method, arguments);
        LocalHub open = hub;
        Audience addressed = addressed(open, audience);
        witness.accept(addressed, call);
        if (open != null) {
            open.deliver(addressed, call);
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
     * @throws IllegalStateException if it is not said for which tenant it is
     */
    public Runnable prepare(Audience audience, String method, List<?> arguments) {
        requireName(method);
        Invocation call = Invocation.of(method, arguments);
        LocalHub open = hub;
        Audience addressed = addressed(open, audience);
        Runnable sending = open == null ? () -> { } : open.prepare(addressed, call);
        return () -> {
            witness.accept(addressed, call);
            sending.run();
        };
    }

    JoinPolicy joins() {
        return joins;
    }

    /**
     * Sends many messages in order, at the pace of the hub's clients; those that were given before come first.
     *
     * @param prepared what {@link #prepare} answered
     */
    public void sendPaced(List<Runnable> prepared) {
        LocalHub open = hub;
        if (open != null) {
            open.sendPaced(prepared);
        }
    }
}
