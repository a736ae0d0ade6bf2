package dev.hubcast.reconnect;

import dev.hubcast.itest.HttpAnswer;
import dev.hubcast.itest.RawHubClient;
import dev.hubcast.itest.RawHubConnector;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * A client that may come back: the client's half of stateful reconnect, as the official JavaScript client speaks it. It keeps what the
 * server has not acknowledged, and drops what it has heard before. It acknowledges when it is told to.
 */
final class ReturningClient implements AutoCloseable {

    private static final char END = 0x1E;
    private static final int COMPLETION = 3;
    private static final int CLOSE = 7;
    private static final int ACK = 8;
    private static final int SEQUENCE = 9;

    private final Supplier<RawHubConnector> hub;
    private final String token;
    /** From number {@link #firstKept} on. */
    private final List<JsonObject> kept = new ArrayList<>();
    private int firstKept = 1;
    private int invocations;
    /** The number of the last message that was heard, and of the last that came, which may be one that comes again. */
    private int heard;
    private int come;
    private boolean awaitsSequence;
    private RawHubClient client;

    private ReturningClient(Supplier<RawHubConnector> hub, String token) {
        this.hub = hub;
        this.token = token;
    }

    /** Negotiates for it and shakes hands for it; each use of the supplier makes another connector. */
    static ReturningClient connect(Supplier<RawHubConnector> hub) {
        return connect(hub, 2);
    }

    static ReturningClient connect(Supplier<RawHubConnector> hub, int version) {
        JsonObject negotiated = hub.get().query("useStatefulReconnect", "true").negotiate().json();
        if (!negotiated.getBoolean("useStatefulReconnect", false)) {
            throw new AssertionError("Expected to be granted stateful reconnect; seen: " + negotiated);
        }
        ReturningClient client = new ReturningClient(hub, negotiated.getString("connectionToken"));
        client.client = client.open();
        client.client.sendText("{\"protocol\":\"json\",\"version\":" + version + "}" + END);
        JsonObject answer = client.client.receive();
        if (!answer.isEmpty()) {
            throw new AssertionError("Expected to be welcome; seen: " + answer);
        }
        return client;
    }

    private RawHubClient open() {
        return hub.get().skippingNegotiation().query("id", token).open();
    }

    /** What is there now; it is another one after each return. */
    RawHubClient webSocket() {
        return client;
    }

    /** How the server answers a request for another WebSocket that it refuses. */
    HttpAnswer refusal() {
        return refusal(hub);
    }

    /** How it answers somebody else's. */
    HttpAnswer refusal(Supplier<RawHubConnector> by) {
        return by.get().webSocketRequest(token).send();
    }

    /** Comes back with another WebSocket, tells where it goes on, and sends again what the server has not acknowledged. */
    void comeBack() {
        comeBackAt(firstKept);
        kept.forEach(client::sendRecord);
    }

    /** Comes back with another WebSocket, and says a number of the test's. */
    void comeBackAt(int sequenceId) {
        client = open();
        awaitsSequence = true;
        client.sendRecord(Json.createObjectBuilder().add("type", SEQUENCE).add("sequenceId", sequenceId).build());
    }

    /** Calls a hub method, does not wait, and returns the invocation's id. */
    String begin(String target, Object... arguments) {
        String id = String.valueOf(++invocations);
        JsonObject call = Json.createObjectBuilder().add("type", 1).add("target", target).add("invocationId", id)
                .add("arguments", Json.createArrayBuilder(Arrays.asList(arguments))).build();
        kept.add(call);
        client.sendRecord(call);
        return id;
    }

    /** Acknowledges all that was heard. */
    void acknowledge() {
        client.sendRecord(Json.createObjectBuilder().add("type", ACK).add("sequenceId", heard).build());
    }

    /** Receives the next message that was not heard before. */
    JsonObject receive() {
        while (true) {
            JsonObject record = client.receive();
            switch (record.getInt("type")) {
                case SEQUENCE -> goneOnAt(record.getInt("sequenceId"));
                case ACK -> acknowledged(record.getInt("sequenceId"));
                case CLOSE -> throw new AssertionError("Expected a message; seen: " + record);
                default -> {
                    if (!awaitsSequence && ++come > heard) {
                        heard = come;
                        return record;
                    }
                }
            }
        }
    }

    private void goneOnAt(int sequenceId) {
        if (sequenceId > heard + 1) {
            throw new AssertionError("Expected the server to go on at " + (heard + 1) + " or before; seen: " + sequenceId);
        }
        come = sequenceId - 1;
        awaitsSequence = false;
    }

    private void acknowledged(int number) {
        if (awaitsSequence) {
            return;
        }
        if (number >= firstKept + kept.size()) {
            throw new AssertionError("Expected an acknowledgement of what was sent; seen: " + number);
        }
        for (; firstKept <= number; firstKept++) {
            kept.remove(0);
        }
    }

    /** Calls a hub method and waits for its completion, which must be the next message. */
    JsonObject invoke(String target, Object... arguments) {
        String id = begin(target, arguments);
        JsonObject completion = receive();
        if (completion.getInt("type") != COMPLETION || !completion.getString("invocationId").equals(id)) {
            throw new AssertionError("Expected the completion of " + target + "; seen: " + completion);
        }
        return completion;
    }

    @Override
    public void close() {
        client.close();
    }
}
