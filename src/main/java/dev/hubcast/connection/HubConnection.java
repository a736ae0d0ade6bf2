package dev.hubcast.connection;

import dev.hubcast.ClientGoneException;
import dev.hubcast.HubRequest;
import dev.hubcast.TransportType;
import dev.hubcast.connection.CallQueue.Step;
import dev.hubcast.connection.Ending.Manner;
import dev.hubcast.connection.HubHandler.Entry;
import dev.hubcast.connection.HubHandler.OpenOutcome;
import dev.hubcast.protocol.Handshake;
import dev.hubcast.protocol.HubMessage;
import dev.hubcast.protocol.HubProtocol;
import dev.hubcast.protocol.Payload;
import dev.hubcast.security.CallerIdentity;
import jakarta.websocket.CloseReason;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * A client's connection to a hub, from its first byte to the end of {@code @OnClose}.
 *
 * <p>The transport feeds it, see {@link Feed}; everything else may be called by any thread. What the client sent becomes steps of the
 * {@link CallQueue}: the accepted handshake, each message, the broken rule that ends it all. So things happen in the order in which they
 * came, and a bad record waits for the answers to the good ones before it.
 */
public final class HubConnection implements Feed {

    private static final Logger LOG = System.getLogger(HubConnection.class.getName());

    private final LocalHub hub;
    private final Transport transport;
    /** Null for a client that cannot come back. */
    private final ResumableTransport resumable;
    private final Outbox outbox;
    private final CallQueue calls;
    private final Reception reception;
    private final Inbound inbound;
    private final Map<String, Object> items = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> aborted = new CompletableFuture<>();
    private final CompletableFuture<Void> gone = new CompletableFuture<>();
    private final AtomicReference<Ending> ending = new AtomicReference<>();
    private final Liveness liveness;
    private final News news;
    private final Membership membership;
    private final ClientMessages messages;
    private final RunningCalls running;
    private final Uploads uploads;

    /** Both belong to the steps of the queue, which run one after another. */
    private boolean openSucceeded;
    private boolean over;
    private volatile ConnectionSetup setup;
    private volatile HubProtocol protocol;
    private volatile String userIdentifier;
    private volatile String tenant;

    HubConnection(LocalHub hub, ConnectionSetup setup, Transport first) {
        HubOptions options = hub.options();
        this.hub = hub;
        this.setup = setup;
        this.resumable = setup.statefulReconnect() ? new ResumableTransport(this, first, options) : null;
        this.transport = resumable == null ? first : resumable;
        this.outbox = new Outbox(transport, options.outboxLimit(), new OutboxOwner());
        this.calls = new CallQueue(
                hub.threads().workers(), hub.threads().relays(), hub.threads().burstWatch(),
                options.maximumParallelInvocationsPerClient(), options.inboxLimit());
        this.reception = new Reception(this, hub);
        this.inbound = new Inbound(this, reception, hub);
        this.liveness = new Liveness(options, System.nanoTime());
        this.news = new News(this, hub.watch());
        this.membership = new Membership(this, hub);
        this.messages = new ClientMessages(this, hub);
        this.running = new RunningCalls(options.maximumStreams());
        this.uploads = new Uploads(options);
    }

    /** What the transport reports to. */
    Feed feed() {
        return resumable == null ? this : resumable.feed();
    }

    /**
     * Whether the client, having lost its WebSocket, may go on with another one.
     *
     * @return whether stateful reconnect was agreed on and the connection has not ended
     */
    public boolean mayResume() {
        return resumable != null && resumable.mayResume();
    }

    /**
     * Takes note of a request for another WebSocket, which the server has yet to open. The connection will go on over that, whatever has
     * become of the one before; of several the one that was asked for last, in whatever order the server opens them. A WebSocket that was
     * asked for before, or comes when the connection {@linkplain #mayResume() may not} be resumed any more, is closed.
     *
     * @param caller who the request says the client is
     * @param context the context of that request
     * @return takes the transport when it is there, and answers what it reports to
     */
    public Function<Transport, Feed> returning(CallerIdentity caller, RequestContext context) {
        Function<Transport, Feed> resumption = resumable.returning();
        return fresh -> {
            callerIs(caller, context);
            return resumption.apply(fresh);
        };
    }

    /**
     * Takes note of who the client is, as its newest request says.
     *
     * @param caller the caller
     * @param context the context of that request
     */
    public void callerIs(CallerIdentity caller, RequestContext context) {
        setup = setup.with(caller, context);
    }

    @Override
    public HubConnection connection() {
        return this;
    }

    @Override
    public boolean received(byte[] bytes, int from, int to) {
        if (hasEnded()) {
            return true;
        }
        liveness.received();
        List<Step> steps = inbound.read(bytes, from, to);
        return steps.isEmpty() || calls.add(steps);
    }

    @Override
    public boolean awaitRoom(long nanos) throws InterruptedException {
        return calls.awaitRoom(nanos);
    }

    @Override
    public void whenRoom(Runnable action) {
        calls.whenRoom(action);
    }

    @Override
    public void writable() {
        outbox.write();
    }

    @Override
    public void peerClosing(CloseReason reason) {
        end(Ending.peerClosing(reason));
    }

    @Override
    public void deleted() {
        end(Ending.deletedByClient());
    }

    @Override
    public void flooded() {
        end(Ending.flood());
    }

    @Override
    public void transportClosed(CloseReason reason) {
        leave();
        end(Ending.transportClosed(reason));
    }

    /** Ends the connection on behalf of hub code: the client is told not to reconnect. */
    public void abort() {
        end(Ending.abortedByHub());
    }

    /**
     * Sends a message to this client alone.
     *
     * @param message the message
     * @throws IllegalArgumentException if it cannot be serialised
     */
    public void send(HubMessage message) {
        outbox.offer(protocol.write(message));
    }

    /**
     * Sends an item of a stream, which is due as {@link #whenWritable} says. Items that follow each other at once leave together, within a
     * few milliseconds.
     *
     * @param item the item
     * @throws IllegalArgumentException if it cannot be serialised
     */
    public void sendItem(HubMessage.StreamItem item) {
        BurstWatch watch = hub.threads().burstWatch();
        if (outbox.admit(protocol.write(item), watch.nanoTime())) {
            watch.writeSoon(outbox);
        }
    }

    /**
     * Runs an action, once, when little waits to be written to the client. What has more to say than the client may read in a while
     * says it bit by bit.
     *
     * @param action run at once, or by a relay; dropped if the client goes before
     */
    public void whenWritable(Runnable action) {
        if (outbox.isLow()) {
            action.run();
        } else {
            outbox.whenLow(() -> relay(action));
        }
    }

    /**
     * Runs a call that streams, on a thread that it may keep.
     *
     * @param call the call
     * @return whether a thread is free for it; else it waits for one
     */
    public boolean stream(Runnable call) {
        return hub.threads().stream(call);
    }

    /**
     * Brings hub code what it may wait for, on a thread that does not wait for hub code.
     *
     * @param news what to do
     */
    public void relay(Runnable news) {
        hub.threads().relays().execute(news);
    }

    /**
     * Runs hub code that hears of what the client uploads, and may take its time, on a thread that nothing else needs.
     *
     * @param signal the code
     */
    public void signal(Runnable signal) {
        hub.threads().signals().execute(signal);
    }

    /**
     * The client's calls that can be cancelled.
     *
     * @return those that run
     */
    public RunningCalls running() {
        return running;
    }

    /**
     * The streams that the client uploads.
     *
     * @return those that are open
     */
    public Uploads uploads() {
        return uploads;
    }

    void send(SharedMessage message) {
        Payload record = message.in(protocol);
        if (record == null) {
            end(Ending.unspeakable());
        } else {
            outbox.offer(record);
        }
    }

    /** What is written for this client alone. */
    Payload write(HubMessage message) {
        return protocol.write(message);
    }

    void offer(Payload record) {
        outbox.offer(record);
    }

    /** Whether the client, if it shakes hands for it, may come back. */
    boolean mayBeSequenced() {
        return resumable != null;
    }

    /** The client's handshake was accepted. Who reads that can be reached, and reads it first. */
    void begin(HubProtocol accepted, Entry entry, boolean sequenced) {
        outbox.hold();
        outbox.offer(Handshake.accepted(accepted));
        userIdentifier = entry.userIdentifier();
        tenant = entry.tenant();
        if (sequenced) {
            resumable.enable();
        }
        protocol = accepted;
        membership.register();
        entry.groups().forEach(membership::join);
        liveness.accepted();
        outbox.release();
    }

    HubProtocol protocol() {
        return protocol;
    }

    boolean hasBegun() {
        return protocol != null;
    }

    /**
     * Whether the connection ends or has ended, so that nobody can go on with it.
     *
     * @return whether it does
     */
    public boolean hasEnded() {
        return ending.get() != null;
    }

    /** {@code @OnOpen} is done. */
    void opened(OpenOutcome outcome) {
        openSucceeded = outcome.succeeded();
        if (!outcome.succeeded()) {
            end(Ending.openFailed(outcome.detail()));
        }
    }

    /** What came while the connection ended may have been queued behind the end, or behind what the end forgot. */
    CompletionStage<?> handle(HubMessage message, Turn turn) {
        Ending why = ending.get();
        return over || why != null && why.dropsCalls() ? null : messages.handle(message, turn);
    }

    void giveUpTurn(Step call) {
        if (!calls.giveUpTurn(call, hub.options().maximumStreams())) {
            throw new IllegalStateException("Too many calls of this client wait for answers of clients already.");
        }
    }

    /** Cancels a call, if one with this id runs; answers whether one does. */
    boolean cancel(String invocationId) {
        Runnable cancellation = running.cancellation(invocationId);
        if (cancellation == null) {
            return false;
        }
        relay(cancellation);
        return true;
    }

    void pinged() {
        liveness.pinged();
    }

    void acknowledged(long number) {
        if (resumable != null) {
            resumable.acknowledged(number);
        }
    }

    void restartInbound() {
        inbound.restart();
    }

    /** Does what may wait a moment. */
    void keepHouse(Runnable work) {
        hub.threads().housekeeping().execute(work);
    }

    News news() {
        return news;
    }

    /**
     * Runs an action behind what the client has said by now, when that is done.
     *
     * @param action run on an application thread; must neither wait nor throw
     */
    public void inTurn(Runnable action) {
        queue(() -> {
            action.run();
            return null;
        });
    }

    /** Takes a step behind those that wait. */
    void queue(Step step) {
        calls.add(List.of(step));
    }

    Membership membership() {
        return membership;
    }

    void end(Ending why) {
        if (!ending.compareAndSet(null, why)) {
            return;
        }
        LOG.log(why.isNotable() ? Level.INFO : Level.DEBUG, "Hub {0}, connection {1} ends: {2}", hub.name(), id(), why.reason());
        liveness.ended();
        membership.leaveAll();
        if (why.dropsCalls()) {
            calls.drop();
        }
        boolean away = resumable != null && resumable.end();
        switch (away ? Manner.GONE : why.manner()) {
            case IN_ORDER -> outbox.finish(protocol == null || why.record() == null ? null : protocol.write(why.record()));
            case ABRUPT -> abortTransport();
            case GONE -> leave();
        }
        // Running calls may wait for just this, on all workers, so it does not queue up behind them.
        keepHouse(() -> aborted.complete(null));
        relay(() -> uploads.end(new ClientGoneException("The underlying connection was closed.")));
        relay(running::end);
        relay(() -> hub.results().end(this));
        queue(this::closed);
    }

    private CompletionStage<?> closed() {
        over = true;
        aborted.complete(null);
        if (openSucceeded) {
            hub.handler().closed(this, ending.get().reason());
        }
        news.disconnected(ending.get().reason());
        return null;
    }

    /** Nobody is there any more to hear anything. */
    private void leave() {
        outbox.discard();
        gone.complete(null);
        hub.gone(this);
    }

    void abortTransport() {
        leave();
        keepHouse(transport::abort);
    }

    /** Looks at the connection's times, once a second. */
    void tick(long now) {
        transport.tick(now);
        acknowledge();
        switch (liveness.verdict(now, outbox, calls)) {
            case FINE -> { }
            case PING -> {
                if (!transport.hasInherentKeepAlive()) {
                    outbox.offer(hub.ping(protocol));
                }
            }
            case HANDSHAKE_LATE -> reception.late();
            case CLIENT_SILENT -> {
                if (!transport.hasInherentKeepAlive()) {
                    reception.silent();
                }
            }
            case WRITE_STALLED -> end(Ending.slow("A write took longer than the send timeout."));
            case CLOSE_STALLED -> abortTransport();
        }
    }

    private void acknowledge() {
        long number = transport.isReady() ? inbound.acknowledge() : 0;
        if (number > 0) {
            outbox.offer(write(new HubMessage.Ack(number)));
        }
    }

    /**
     * The connection's public id.
     *
     * @return the id
     */
    public String id() {
        return setup.connectionId();
    }

    /**
     * Who opened the connection.
     *
     * @return the identity
     */
    public CallerIdentity identity() {
        return setup.identity();
    }

    /**
     * The request that opened the connection.
     *
     * @return a copy of it
     */
    public HubRequest request() {
        return setup.request();
    }

    /**
     * Runs tasks in the calling thread, in the context of the request that opened the connection.
     *
     * @return the context
     */
    public RequestContext context() {
        return setup.context();
    }

    /**
     * How the client is connected.
     *
     * @return the type
     */
    public TransportType transport() {
        return transport.type();
    }

    /**
     * What the application keeps for the connection.
     *
     * @return a concurrent map
     */
    public Map<String, Object> items() {
        return items;
    }

    /**
     * The groups that the connection is in now.
     *
     * @return a copy of their names; empty after the end
     */
    public Set<String> groups() {
        return membership.groups();
    }

    /**
     * Tells when the connection has ended.
     *
     * @return a stage that only Hubcast completes
     */
    public CompletionStage<Void> aborted() {
        return aborted.minimalCompletionStage();
    }

    /**
     * Tells when the transport has ended too, or was aborted.
     *
     * @return a stage that only Hubcast completes
     */
    public CompletionStage<Void> gone() {
        return gone.minimalCompletionStage();
    }

    /** Whether so much waits for the client that others should wait before they send it more than they must. */
    boolean isBehind() {
        return outbox.waitingBytes() > hub.options().outboxLimit() / 4;
    }

    /**
     * The connection's user.
     *
     * @return the user identifier, may be null
     */
    public String userIdentifier() {
        return userIdentifier;
    }

    /**
     * The connection's tenant.
     *
     * @return the tenant; null before the handshake was accepted, and if the hub has no tenants
     */
    public String tenant() {
        return tenant;
    }

    @Override
    public String toString() {
        return hub.name() + "/" + id();
    }

    private final class OutboxOwner implements Outbox.Owner {

        @Override
        public void overflowed() {
            end(Ending.slow("More than " + hub.options().outboxLimit() + " bytes wait."));
        }

        @Override
        public void failed(Throwable failure) {
            LOG.log(Level.DEBUG, () -> "Hub " + hub.name() + ", connection " + id() + ": write failed", failure);
            end(Ending.writeFailed());
        }

        @Override
        public void drained() {
            keepHouse(() -> transport.close(ending.get().closeCode()));
        }
    }
}
