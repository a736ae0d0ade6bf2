package dev.hubcast.conformance;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.stream.Stream;

/** One playing of an exchange: its connections, the requests that wait, the ids that the server gave and the answers so far. */
final class ExchangeInPlay implements AutoCloseable {

    private final HttpClient client;
    private final String hub;
    private final ServerIds ids = new ServerIds();
    private final Map<String, Inbox> inboxes = new HashMap<>();
    private final Map<String, Peer> peers = new HashMap<>();
    private final Map<String, CompletableFuture<HttpResponse<byte[]>>> polls = new HashMap<>();
    private final JsonArrayBuilder answers = Json.createArrayBuilder();

    ExchangeInPlay(HttpClient client, String hub) {
        this.client = client;
        this.hub = hub;
    }

    void take(Step step) throws Exception {
        switch (step.action()) {
            case "http" -> answer(http(step));
            case "poll" -> poll(step);
            case "polled" -> answer(HttpAnswer.of(inTime(polls.get(step.on())), step.as()));
            case "open" -> answer(open(step));
            case "sse" -> answer(openEventStream(step));
            case "send" -> peers.get(step.on()).send(Payload.of(step, ids));
            case "receive" -> answer(receive(step));
            case "silence" -> answer(receiveToTheEnd(step, step.millis("ms", 300)));
            case "closed" -> answer(receiveToTheEnd(step, step.millis("within", 5000)));
            case "close" -> close(step);
            case "wait" -> pause(step.millis("ms", 0));
            default -> throw new IllegalArgumentException("An exchange has no step '" + step.action() + "'.");
        }
    }

    JsonArray answers() {
        return answers.build();
    }

    @Override
    public void close() {
        peers.values().forEach(Peer::kill);
        polls.values().forEach(poll -> poll.cancel(true));
    }

    private void answer(JsonValue answer) {
        answers.add(ids.hide(answer));
    }

    private JsonObject http(Step step) throws Exception {
        HttpRequest request = request(step, step.method("POST"), Payload.of(step, ids));
        JsonObject answer = HttpAnswer.of(inTime(client.sendAsync(request, BodyHandlers.ofByteArray())), step.as());
        step.saved().forEach((name, place) -> ids.save(name, answer.get("body"), place));
        return answer;
    }

    private void poll(Step step) throws InterruptedException {
        HttpRequest request = request(step, "GET", Payload.of(step, ids));
        CompletableFuture<HttpResponse<byte[]>> poll = client.sendAsync(request, BodyHandlers.ofByteArray());
        polls.put(step.on(), poll);
        pause(step.millis("settle", 100));
    }

    private JsonObject open(Step step) throws Exception {
        Inbox inbox = inbox(step);
        WebSocketPeer peer = new WebSocketPeer(inbox);
        WebSocket.Builder builder = client.newWebSocketBuilder().connectTimeout(ExchangePlayer.PATIENCE);
        step.headers().forEach(builder::header);
        try {
            inTime(builder.buildAsync(URI.create(address(step).replaceFirst("^http", "ws")), peer));
        } catch (ExecutionException notOpened) {
            if (notOpened.getCause() instanceof WebSocketHandshakeException refusal) {
                return Json.createObjectBuilder().add("refused", refusal.getResponse().statusCode()).build();
            }
            throw notOpened;
        }
        peers.put(step.on(), peer);
        return Json.createObjectBuilder().add("open", true).build();
    }

    private JsonObject openEventStream(Step step) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(request(step, "GET", Payload.of(step, ids)), (name, value) -> true)
                .setHeader("Accept", "text/event-stream")
                .build();
        HttpResponse<Flow.Publisher<List<ByteBuffer>>> response = inTime(client.sendAsync(request, BodyHandlers.ofPublisher()));
        EventStreamPeer peer = new EventStreamPeer(inbox(step));
        peer.read(response.body());
        peers.put(step.on(), peer);
        return HttpAnswer.head(response);
    }

    private JsonObject receive(Step step) throws InterruptedException {
        List<JsonValue> messages = inboxes.get(step.on()).receive(step.number("count", 1), step.millis("within", 3000));
        if (!messages.isEmpty()) {
            step.saved().forEach((name, place) -> ids.save(name, messages.get(0), place));
        }
        return Json.createObjectBuilder().add("messages", shown(messages, step.is("unordered"))).build();
    }

    /** Silence is a receive that runs out of time. */
    private JsonObject receiveToTheEnd(Step step, Duration within) throws InterruptedException {
        Inbox inbox = inboxes.get(step.on());
        JsonArray messages = shown(inbox.receive(Inbox.EVERYTHING, within), false);
        return Json.createObjectBuilder().add("messages", messages).add("closed", inbox.closed()).build();
    }

    private void close(Step step) throws InterruptedException {
        Peer peer = peers.get(step.on());
        if (step.is("kill")) {
            peer.kill();
        } else {
            peer.close();
        }
        pause(step.millis("settle", 200));
    }

    /** A pause of the recorded client: the server's progress can't be seen from outside, so this is a wait that runs out of time. */
    private static void pause(Duration length) throws InterruptedException {
        new Inbox().receive(Inbox.EVERYTHING, length);
    }

    private static <T> T inTime(CompletableFuture<T> answer) throws Exception {
        return answer.get(ExchangePlayer.PATIENCE.toMillis(), MILLISECONDS);
    }

    private Inbox inbox(Step step) {
        Inbox inbox = new Inbox();
        inboxes.put(step.on(), inbox);
        return inbox;
    }

    private String address(Step step) {
        return hub + ids.fill(step.path());
    }

    private HttpRequest request(Step step, String method, Payload body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address(step)));
        step.headers().forEach(request::setHeader);
        return request.method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body.bytes())).build();
    }

    /** Where the order is free, that of the recording is the order of the texts. */
    private static JsonArray shown(List<JsonValue> messages, boolean sorted) {
        JsonArrayBuilder shown = Json.createArrayBuilder();
        Stream<JsonValue> inOrder = sorted ? messages.stream().sorted(Comparator.comparing(SortedJson::text)) : messages.stream();
        inOrder.forEach(shown::add);
        return shown.build();
    }
}
