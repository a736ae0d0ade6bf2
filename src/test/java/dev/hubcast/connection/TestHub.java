package dev.hubcast.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.protocol.HubProtocol;
import dev.hubcast.protocol.JsonHubProtocol;
import dev.hubcast.protocol.JsonMapping;
import java.time.Duration;
import java.util.List;

/** A hub on real threads. */
final class TestHub implements AutoCloseable {

    static final HubProtocol JSON = new JsonHubProtocol(JsonMapping.standard());

    final FakeHubCode code = new FakeHubCode();
    final HubThreads threads;
    final LocalHub hub;

    private TestHub(HubOptions options, int workers, HubProtocol protocol, boolean tenants) {
        threads = new HubThreads(TestHub::thread, workers, workers);
        hub = new LocalHub("test", options, code, threads, List.of(protocol), tenants);
    }

    TestHub(HubOptions options, int workers, HubProtocol protocol) {
        this(options, workers, protocol, false);
    }

    static TestHub withTenants() {
        return new TestHub(HubOptions.DEFAULTS, 4, JSON, true);
    }

    TestHub(HubOptions options) {
        this(options, 4, JSON);
    }

    TestHub() {
        this(HubOptions.DEFAULTS);
    }

    /** A thread that does not keep the tests from ending. */
    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        return thread;
    }

    /** A client that has not said anything yet. */
    Peer peer() {
        return new Peer(hub);
    }

    /** A client whose {@code @OnOpen} has begun. */
    Peer connect() {
        long before = opens();
        Peer peer = peer().connect();
        Eventually.holds(() -> assertThat(opens()).isGreaterThan(before));
        return peer;
    }

    private long opens() {
        return code.noted().stream().filter("opened"::equals).count();
    }

    @Override
    public void close() {
        threads.close(Duration.ZERO);
    }

    static HubOptions detailed() {
        return with(HubOptions.DEFAULTS.closeTimeout(), HubOptions.DEFAULTS.outboxLimit(), true);
    }

    static HubOptions closeTimeout(Duration timeout) {
        return with(timeout, HubOptions.DEFAULTS.outboxLimit(), false);
    }

    static HubOptions outboxLimit(int bytes) {
        return with(HubOptions.DEFAULTS.closeTimeout(), bytes, false);
    }

    private static HubOptions with(Duration closeTimeout, int outboxLimit, boolean detailedErrors) {
        HubOptions defaults = HubOptions.DEFAULTS;
        return new HubOptions(defaults.handshakeTimeout(), defaults.keepAliveInterval(), defaults.clientTimeout(), defaults.sendTimeout(),
                closeTimeout, defaults.disconnectTimeout(), defaults.maximumReceiveMessageSize(), defaults.inboxLimit(), outboxLimit,
                defaults.statefulReconnectBufferSize(), defaults.maximumParallelInvocationsPerClient(), defaults.streamBufferCapacity(),
                defaults.maximumStreams(), detailedErrors);
    }
}
