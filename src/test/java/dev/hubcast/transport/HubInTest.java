package dev.hubcast.transport;

import dev.hubcast.connection.ConnectionSetup;
import dev.hubcast.connection.Feed;
import dev.hubcast.connection.HubConnection;
import dev.hubcast.connection.HubHandler;
import dev.hubcast.connection.HubOptions;
import dev.hubcast.connection.HubThreads;
import dev.hubcast.connection.LocalHub;
import dev.hubcast.connection.Turn;
import dev.hubcast.protocol.HubMessage;
import dev.hubcast.protocol.HubMessage.Invocation;
import dev.hubcast.protocol.JsonHubProtocol;
import dev.hubcast.protocol.JsonMapping;
import dev.hubcast.security.CallerIdentity;
import jakarta.websocket.CloseReason;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A hub that notes what it is called for, and pushes back when more than 200 bytes of calls wait. */
final class HubInTest implements AutoCloseable {

    static final CallerIdentity NOBODY = new CallerIdentity(null, Set.of(), Set.of());

    private static final HubOptions DEFAULTS = HubOptions.DEFAULTS;
    private static final HubOptions SMALL = new HubOptions(DEFAULTS.handshakeTimeout(), DEFAULTS.keepAliveInterval(),
            DEFAULTS.clientTimeout(), DEFAULTS.sendTimeout(), Duration.ofMillis(1), DEFAULTS.disconnectTimeout(), 100, 200,
            DEFAULTS.outboxLimit(), DEFAULTS.statefulReconnectBufferSize(), 1, DEFAULTS.streamBufferCapacity(),
            DEFAULTS.maximumStreams(), false);

    /** Targets of calls, and the close code of the end. */
    final List<String> noted = new CopyOnWriteArrayList<>();
    /** How many connections have ended. */
    final AtomicInteger ended = new AtomicInteger();
    /** What every call waits for. */
    volatile CompletionStage<?> gate;
    final LocalHub hub;

    private final HubThreads threads = new HubThreads(HubInTest::thread, 2, 2);

    private final class Code implements HubHandler {

        @Override
        public Entry enter(HubConnection connection) {
            return Entry.ofUser(null);
        }

        @Override
        public CompletionStage<OpenOutcome> opened(HubConnection connection) {
            return CompletableFuture.completedStage(OpenOutcome.SUCCEEDED);
        }

        @Override
        public CompletionStage<?> received(HubConnection connection, HubMessage message, Turn turn) {
            noted.add(((Invocation) message).target());
            return gate;
        }

        @Override
        public void closed(HubConnection connection, CloseReason reason) {
            noted.add("closed " + reason.getCloseCode().getCode());
        }
    }

    HubInTest() {
        hub = new LocalHub("test", SMALL, new Code(), threads, List.of(new JsonHubProtocol(JsonMapping.standard())));
    }

    /** The admission of a client whose connection's id is {@code id}. */
    Admission admission() {
        ConnectionSetup setup = new ConnectionSetup("id", NOBODY, null, Runnable::run, false);
        return new Admission(transport -> {
            Feed feed = hub.open(setup, transport);
            feed.connection().aborted().thenRun(ended::incrementAndGet);
            return feed;
        });
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        threads.close(Duration.ZERO);
    }
}
