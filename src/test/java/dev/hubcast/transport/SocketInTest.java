package dev.hubcast.transport;

import dev.hubcast.connection.ConnectionSetup;
import dev.hubcast.connection.Feed;
import dev.hubcast.connection.HubConnection;
import dev.hubcast.connection.HubHandler;
import dev.hubcast.connection.HubOptions;
import dev.hubcast.connection.HubThreads;
import dev.hubcast.connection.LocalHub;
import dev.hubcast.frame.ClientFrames;
import dev.hubcast.protocol.HubMessage;
import dev.hubcast.protocol.HubMessage.Invocation;
import dev.hubcast.protocol.JsonHubProtocol;
import dev.hubcast.protocol.JsonMapping;
import dev.hubcast.security.CallerIdentity;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.WebConnection;
import jakarta.websocket.CloseReason;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** An upgraded socket between a hub that notes what it is called for and a server that the test plays. */
final class SocketInTest implements AutoCloseable {

    static final byte[] HANDSHAKE = ClientFrames.text("{\"protocol\":\"json\",\"version\":1}\u001e");

    final FakeInput in = new FakeInput();
    final FakeOutput out;
    /** Targets of calls, and the close code of the end. */
    final List<String> noted = new CopyOnWriteArrayList<>();
    final AtomicInteger closed = new AtomicInteger();
    final AtomicInteger ended = new AtomicInteger();
    /** What every call waits for. */
    volatile CompletionStage<?> gate;
    final LocalHub hub;
    final UpgradedSocket socket = new UpgradedSocket();

    private final HubThreads threads = new HubThreads(SocketInTest::thread, 2);

    private final class Code implements HubHandler {

        @Override
        public String userIdentifierOf(HubConnection connection) {
            return null;
        }

        @Override
        public CompletionStage<OpenOutcome> opened(HubConnection connection) {
            return CompletableFuture.completedStage(OpenOutcome.SUCCEEDED);
        }

        @Override
        public CompletionStage<?> received(HubConnection connection, HubMessage message) {
            noted.add(((Invocation) message).target());
            return gate;
        }

        @Override
        public void closed(HubConnection connection, CloseReason reason) {
            noted.add("closed " + reason.getCloseCode().getCode());
        }
    }

    private final class Connection implements WebConnection {

        @Override
        public ServletInputStream getInputStream() {
            return in;
        }

        @Override
        public ServletOutputStream getOutputStream() {
            return out;
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }

    /** A hub that pushes back when more than 200 bytes of calls wait. */
    SocketInTest(FakeOutput.Server server) {
        HubOptions defaults = HubOptions.DEFAULTS;
        HubOptions small = new HubOptions(defaults.handshakeTimeout(), defaults.keepAliveInterval(), defaults.clientTimeout(),
                defaults.sendTimeout(), Duration.ofMillis(1), defaults.disconnectTimeout(), 100, defaults.outboxLimit(),
                defaults.statefulReconnectBufferSize(), false);
        out = new FakeOutput(server);
        hub = new LocalHub("test", small, new Code(), threads, List.of(new JsonHubProtocol(JsonMapping.standard())));
        ConnectionSetup setup = new ConnectionSetup("id", new CallerIdentity(null, Set.of(), Set.of()), null, Runnable::run, false);
        socket.admit(new Admission(transport -> {
            Feed feed = hub.open(setup, transport);
            feed.connection().aborted().thenRun(ended::incrementAndGet);
            return feed;
        }));
    }

    SocketInTest open() {
        socket.init(new Connection());
        return this;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        return thread;
    }

    /** A call in a frame of its own; it takes some 45 bytes of room. */
    static byte[] call(String target) {
        return ClientFrames.text("{\"type\":1,\"target\":\"" + target + "\",\"arguments\":[]}\u001e");
    }

    @Override
    public void close() throws IOException {
        threads.close(Duration.ZERO);
    }
}
