package dev.hubcast.testing;

import dev.hubcast.ClientProxies;
import dev.hubcast.ClientProxy;
import dev.hubcast.HubClients;
import dev.hubcast.HubContext;
import dev.hubcast.HubGroups;
import dev.hubcast.connection.Audience;
import dev.hubcast.dispatch.HubSender;
import dev.hubcast.protocol.HubMessage.Invocation;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * A {@link HubContext} that keeps what is sent and to whom, for tests of beans that send. What should have been sent is said in the words
 * in which it was:
 *
 * <pre>{@code
 * var sales = new RecordingHubContext<SalesHub>();
 *
 * new Orders(sales).place(order);
 *
 * sales.sent().group("region-emea").send("orderPlaced", order);
 * sales.sentNothing();
 * }</pre>
 *
 * <p>Messages are asserted in the order in which they were sent; arguments are compared as JSON, as they were when they were sent: what
 * clients would read alike is alike. Nobody hears the messages, and groups have no members, but for the context that belongs to a
 * {@link HubTester}. What {@link dev.hubcast.HubCaller#others()} and its siblings send is kept as for the recipients that they stand for,
 * such as {@code allExcept(List.of(ada.connectionId()))}.
 *
 * <p>Needs JSON Binding on the class path. Safe for use by any number of threads; assertions belong to one.
 *
 * @param <H> the hub class
 */
public final class RecordingHubContext<H> implements HubContext<H> {

    /** How long an assertion waits for a message that another thread may be about to send. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HubSender<H> sender = new HubSender<>(this::keep);
    private final HubSender<H> expected = new HubSender<>(this::requireNext);
    private final Inbox<Sent> inbox = new Inbox<>();
    private final Supplier<Wire> wire;
    private final Supplier<Duration> patience;

    private record Sent(Audience audience, ReceivedMessage message) {

        boolean isLike(Sent other) {
            return audience.equals(other.audience) && message.isLike(other.message);
        }

        @Override
        public String toString() {
            return message + " to " + Recipients.describe(audience);
        }
    }

    /** A context whose assertions wait for five seconds for what another thread may be about to send. */
    public RecordingHubContext() {
        this(PATIENCE);
    }

    /**
     * A context.
     *
     * @param patience how long assertions wait for what another thread may be about to send, not null
     */
    public RecordingHubContext(Duration patience) {
        this(Wire.standard(), patience);
    }

    private RecordingHubContext(Wire wire, Duration patience) {
        this(() -> wire, () -> patience);
    }

    /** A context of which it is decided later how it works. */
    RecordingHubContext(Supplier<Wire> wire, Supplier<Duration> patience) {
        this.wire = wire;
        this.patience = patience;
    }

    @Override
    public ClientProxies clients() {
        return sender.clients();
    }

    @Override
    public <T> HubClients<T> clients(Class<T> client) {
        return sender.clients(client);
    }

    @Override
    public HubGroups groups() {
        return sender.groups();
    }

    @Override
    public HubContext<H> tenant(String tenant) {
        return sender.tenant(tenant);
    }

    /**
     * Asserts: {@code sent().group("java").send("said", "hello")} holds if that message to that group is the next that was sent and not
     * asserted yet.
     *
     * @return names the recipients; a method of the proxy throws {@link AssertionError} if something else was sent, or nothing
     */
    public HubClients<ClientProxy> sent() {
        return expected.clients();
    }

    /**
     * Asserts by a client interface: {@code sent(ChatClient.class).group("java").said("hello")}.
     *
     * @param <T> the client interface
     * @param client the interface, as {@link HubContext#clients(Class)} takes it
     * @return names the recipients; a method of the proxy throws {@link AssertionError} if something else was sent, or nothing
     */
    public <T> HubClients<T> sent(Class<T> client) {
        return expected.clients(client);
    }

    /**
     * Asserts what was sent to a tenant: {@code sentWithin("acme").group("java").send("said", "hello")}. Within a call of a client that
     * belongs to a tenant, everything is.
     *
     * @param tenant the tenant
     * @return names the recipients; a method of the proxy throws {@link AssertionError} if something else was sent, or nothing
     */
    public HubClients<ClientProxy> sentWithin(String tenant) {
        return expected.tenant(tenant).clients();
    }

    /**
     * Asserts that nothing was sent that was not asserted yet.
     *
     * @throws AssertionError if something was
     */
    public void sentNothing() {
        if (!inbox.isEmpty()) {
            throw new AssertionError("Nothing more should have been sent, but there was" + inbox);
        }
    }

    /** Forgets what was sent so far. */
    public void forget() {
        inbox.removeIf(any -> true);
    }

    HubSender<H> sender() {
        return sender;
    }

    private void keep(Audience audience, Invocation call) {
        inbox.add(sent(audience, call));
    }

    private void requireNext(Audience audience, Invocation call) {
        Sent wanted = sent(audience, call);
        Sent next = inbox.first(patience.get());
        if (next == null || !next.isLike(wanted)) {
            throw new AssertionError(
                    "Next should have been sent\n  " + wanted + "\nbut there was" + (next == null ? " nothing more" : inbox));
        }
        inbox.removeFirst();
    }

    private Sent sent(Audience audience, Invocation call) {
        return new Sent(audience, wire.get().received(call));
    }
}
