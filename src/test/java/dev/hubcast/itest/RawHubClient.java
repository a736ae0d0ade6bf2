package dev.hubcast.itest;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A client of a hub that knows the JSON hub protocol's records and nothing more.
 *
 * <p>Each wait ends within 10 seconds and then says what was expected and what was seen. Records that came while another was waited
 * for are kept for later. Pings are never shown. For use by one thread.
 */
public final class RawHubClient implements AutoCloseable {

    private static final int INVOCATION = 1;
    private static final int STREAM_ITEM = 2;
    private static final int COMPLETION = 3;
    private static final int STREAM_INVOCATION = 4;
    private static final int CANCEL = 5;
    private static final int CLOSE = 7;

    private final RawTransport transport;
    private final String token;
    private final RawRecords records;
    private final Deque<JsonObject> waiting = new ArrayDeque<>();
    private int invocations;
    private boolean left;

    RawHubClient(RawTransport transport, String token, boolean answersPings) {
        this.transport = transport;
        this.token = token;
        this.records = new RawRecords(transport, answersPings);
    }

    /** Connects to a hub; {@link RawHubConnector} does it in unusual ways. */
    public static RawHubClient connect(URI hub) {
        return RawHubConnector.to(hub).connect();
    }

    /** Asks for the JSON protocol and wants to be welcome. */
    public RawHubClient shakeHands() {
        sendText("{\"protocol\":\"json\",\"version\":1}" + RawRecords.SEPARATOR);
        JsonObject answer = receive("the answer to the handshake", record -> true);
        if (!answer.isEmpty()) {
            throw new AssertionError("Expected to be welcome; seen: " + answer);
        }
        return this;
    }

    /** What is below the hub protocol, for a client of WebSockets. */
    public RawWebSocket socket() {
        return ((RawSocketMessages) transport).socket();
    }

    /** What is below the hub protocol, for a client of long polling. */
    public RawPolling polling() {
        return (RawPolling) transport;
    }

    /** The secret token of its connection, null if it did not negotiate. */
    public String token() {
        return token;
    }

    /** Calls a hub method and wants a result, which is JSON's null if there is none. */
    public JsonValue invoke(String target, Object... arguments) {
        JsonObject completion = completionOf(begin(target, arguments));
        if (completion.containsKey("error")) {
            throw new AssertionError("Expected a result of " + target + "; seen: " + completion);
        }
        return completion.getOrDefault("result", JsonValue.NULL);
    }

    /** Calls a hub method and wants an error. */
    public String invokeForError(String target, Object... arguments) {
        JsonObject completion = completionOf(begin(target, arguments));
        if (!completion.containsKey("error")) {
            throw new AssertionError("Expected an error of " + target + "; seen: " + completion);
        }
        return completion.getString("error");
    }

    /** Calls a hub method, does not wait, and returns the invocation's id. */
    public String begin(String target, Object... arguments) {
        String id = String.valueOf(++invocations);
        sendRecord(Json.createObjectBuilder(invocation(target, arguments)).add("invocationId", id).build());
        return id;
    }

    /** Waits for the completion of an invocation. */
    public JsonObject completionOf(String invocationId) {
        return receive("the completion of invocation " + invocationId,
                record -> is(record, COMPLETION) && record.getString("invocationId", "").equals(invocationId));
    }

    /** Calls a hub method that streams, does not wait, and returns the invocation's id. */
    public String beginStream(String target, Object... arguments) {
        String id = String.valueOf(++invocations);
        sendRecord(Json.createObjectBuilder(invocation(target, arguments)).add("type", STREAM_INVOCATION).add("invocationId", id).build());
        return id;
    }

    /** Calls a hub method to which it uploads one stream, does not wait, and returns the invocation's id. */
    public String beginUpload(String streamId, String target, Object... arguments) {
        return beginUpload(INVOCATION, streamId, target, arguments);
    }

    /** The same of a method that streams its results. */
    public String beginStreamWithUpload(String streamId, String target, Object... arguments) {
        return beginUpload(STREAM_INVOCATION, streamId, target, arguments);
    }

    private String beginUpload(int type, String streamId, String target, Object... arguments) {
        String id = String.valueOf(++invocations);
        sendRecord(Json.createObjectBuilder(invocation(target, arguments)).add("type", type).add("invocationId", id)
                .add("streamIds", Json.createArrayBuilder().add(streamId)).build());
        return id;
    }

    /** Sends an item of a stream. */
    public void upload(String streamId, Object item) {
        sendRecord(Json.createObjectBuilder(Map.of("type", STREAM_ITEM, "invocationId", streamId, "item", item)).build());
    }

    /** Ends a stream, or answers a call of the server with nothing. */
    public void complete(String id) {
        sendRecord(Json.createObjectBuilder(Map.of("type", COMPLETION, "invocationId", id)).build());
    }

    /** Answers a call of the server. */
    public void answer(JsonObject call, Object result) {
        sendRecord(Json.createObjectBuilder(
                Map.of("type", COMPLETION, "invocationId", call.getString("invocationId"), "result", result)).build());
    }

    /** Cancels an invocation. */
    public void cancel(String invocationId) {
        sendRecord(Json.createObjectBuilder(Map.of("type", CANCEL, "invocationId", invocationId)).build());
    }

    /** Waits for the next item of a stream. */
    public JsonValue itemOf(String invocationId) {
        return receive("an item of stream " + invocationId,
                record -> is(record, STREAM_ITEM) && record.getString("invocationId", "").equals(invocationId)).get("item");
    }

    /** Calls a hub method that is to give no answer. */
    public void send(String target, Object... arguments) {
        sendRecord(invocation(target, arguments));
    }

    /** Sends any record. */
    public void sendRecord(JsonObject record) {
        sendText(record.toString() + RawRecords.SEPARATOR);
    }

    /** Sends any text in one frame, or one request. */
    public void sendText(String text) {
        transport.send(text);
    }

    /** Receives the next record. */
    public JsonObject receive() {
        return receive("a record", record -> true);
    }

    /** Waits until the server calls this client method. */
    public JsonObject received(String target) {
        return receive("a call of " + target,
                record -> is(record, INVOCATION) && record.getString("target", "").equals(target));
    }

    /** Waits for the record that ends the connection. */
    public JsonObject receivedClose() {
        return receive("a close record", record -> is(record, CLOSE));
    }

    /** Calls a hub method that does nothing but answer, and tolerates no other record before the answer. */
    public void receivedNothingUntil(String target, Object... arguments) {
        completionOf(begin(target, arguments));
        if (!waiting.isEmpty()) {
            throw new AssertionError("Expected no record; seen: " + waiting);
        }
    }

    /** Reads to the end of the connection, whatever kind of end it is, and answers how long the messages were. */
    public List<Integer> lengthsToTheEnd() {
        List<Integer> lengths = new ArrayList<>();
        while (true) {
            try {
                lengths.add(transport.receive("what is left", Deadline.in(Wire.PATIENCE)).length());
            } catch (AssertionError e) {
                if (e.getMessage().contains("the connection ended")) {
                    return lengths;
                }
                throw e;
            }
        }
    }

    /** Sends text, if the server has not ended the connection yet. */
    public void sendIfOpen(String text) {
        try {
            transport.send(text);
        } catch (AssertionError e) {
            // it has
        }
    }

    /** Says that it goes, and ends TCP; twice is no error. */
    public void leave() {
        if (!left) {
            left = true;
            sendText("{\"type\":" + CLOSE + "}" + RawRecords.SEPARATOR);
            close();
        }
    }

    /** Waits for the end of the connection, in order, and tolerates no record before it. */
    public void expectEnd() {
        transport.expectEnd();
    }

    /** Breaks off TCP: the WebSocket's, the event stream's, or that of the poll that waits. */
    public void reset() {
        transport.reset();
    }

    /** Ends TCP without a word. */
    @Override
    public void close() {
        transport.close();
    }

    private JsonObject receive(String expected, Predicate<JsonObject> wanted) {
        JsonObject kept = waiting.stream().filter(wanted).findFirst().orElse(null);
        if (kept != null) {
            waiting.remove(kept);
            return kept;
        }
        Deadline deadline = Deadline.in(Wire.PATIENCE);
        while (true) {
            JsonObject record = records.next(expected, deadline);
            if (wanted.test(record)) {
                return record;
            }
            waiting.addLast(record);
        }
    }

    private static boolean is(JsonObject record, int type) {
        return record.getInt("type", 0) == type;
    }

    private static JsonObject invocation(String target, Object... arguments) {
        return Json.createObjectBuilder().add("type", INVOCATION).add("target", target)
                .add("arguments", Json.createArrayBuilder(Arrays.asList(arguments))).build();
    }
}
