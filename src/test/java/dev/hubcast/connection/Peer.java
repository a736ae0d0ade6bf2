package dev.hubcast.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.security.CallerIdentity;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A client of a hub, as its transport sees it: speaks records, hears records. */
public final class Peer {

    public static final String HANDSHAKE = "{\"protocol\":\"json\",\"version\":1}";
    public static final String ACCEPTED = "{}";
    public static final CallerIdentity NOBODY = new CallerIdentity(null, Set.of(), Set.of());

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final LocalHub hub;
    private final FakeTransport transport = new FakeTransport();
    private final HubConnection connection;

    /** A client that has not said anything yet. It answers a close at once. */
    public Peer(LocalHub hub, CallerIdentity identity, RequestContext context) {
        this.hub = hub;
        String id = "connection-" + NUMBERS.incrementAndGet();
        connection = hub.open(new ConnectionSetup(id, identity, new FakeRequest(), context, false), transport).connection();
        transport.atClose(() -> connection.transportClosed(new CloseReason(CloseCodes.NORMAL_CLOSURE, "by the transport")));
    }

    public Peer(LocalHub hub) {
        this(hub, NOBODY, Runnable::run);
    }

    /** Shakes hands and waits until the client is answered and others can reach it, or until it is sent away. */
    public Peer connect() {
        says(HANDSHAKE);
        Eventually.holds(() -> assertThat(hears()).startsWith(ACCEPTED));
        Eventually.holds(() -> assertThat(transport.closed().isDone() || isReachable()).isTrue());
        return this;
    }

    private boolean isReachable() {
        String probe = "probe of " + connection.id();
        if (hub.hasTenants() && connection.tenant() == null) {
            return false;
        }
        hub.join(connection.tenant(), connection.id(), probe);
        boolean joined = connection.groups().contains(probe);
        hub.leave(connection.tenant(), connection.id(), probe);
        return joined;
    }

    /** Sends records in one message; answers whether there is room for more. */
    public boolean says(String... records) {
        return sendsRaw(FakeTransport.asText(records));
    }

    /** Sends text that need not be whole records. */
    public boolean sendsRaw(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return connection.received(bytes, 0, bytes.length);
    }

    /** Calls a hub method by its name and JSON arguments. */
    public void invokes(String invocationId, String target, String... arguments) {
        says("{\"type\":1,\"invocationId\":\"" + invocationId + "\",\"target\":\"" + target + "\",\"arguments\":["
                + String.join(",", arguments) + "]}");
    }

    /** Asks a hub method for a stream by its name and JSON arguments. */
    public void streams(String invocationId, String target, String... arguments) {
        says("{\"type\":4,\"invocationId\":\"" + invocationId + "\",\"target\":\"" + target + "\",\"arguments\":["
                + String.join(",", arguments) + "]}");
    }

    /** Wants no more of a stream, or of a call. */
    public void cancels(String invocationId) {
        says("{\"type\":5,\"invocationId\":\"" + invocationId + "\"}");
    }

    /** Every record so far. */
    public List<String> hears() {
        return transport.records();
    }

    /** Waits until the client has heard a record. */
    public void heard(String record) {
        Eventually.holds(() -> assertThat(hears()).contains(record));
    }

    /** Waits until the client has heard these records after the answer to its handshake, and nothing else. */
    public void heardExactly(String... records) {
        Eventually.holds(() -> {
            List<String> heard = hears();
            assertThat(heard).first().isEqualTo(ACCEPTED);
            assertThat(heard.subList(1, heard.size())).containsExactly(records);
        });
    }

    /** The connection is lost. */
    public void vanishes() {
        connection.transportClosed(new CloseReason(CloseCodes.CLOSED_ABNORMALLY, "lost"));
    }

    /** From now on the client neither reads nor answers a close. */
    public Peer stalls() {
        transport.hold().atClose(() -> { });
        return this;
    }

    public FakeTransport transport() {
        return transport;
    }

    public HubConnection connection() {
        return connection;
    }
}
