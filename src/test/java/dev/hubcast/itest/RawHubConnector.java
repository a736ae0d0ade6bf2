package dev.hubcast.itest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hubcast.TransportType;
import java.net.URI;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** How a {@link RawHubClient} gets to its hub: negotiate by plain HTTP, transport, handshake. */
public final class RawHubConnector {

    private final URI hub;
    private final Map<String, String> query = new LinkedHashMap<>();
    private final List<UnaryOperator<RawRequest>> changes = new ArrayList<>();
    private TransportType transport = TransportType.WEB_SOCKETS;
    private boolean keepsPollsAlive = true;
    private boolean negotiates = true;
    private boolean answersPings;

    private RawHubConnector(URI hub) {
        this.hub = hub;
    }

    /** A hub's address, such as {@code http://localhost:8080/app/hubs/chat}. */
    public static RawHubConnector to(URI hub) {
        return new RawHubConnector(hub);
    }

    /** Adds a header to all requests. */
    public RawHubConnector header(String name, String value) {
        return changing(request -> request.header(name, value));
    }

    /** Changes all requests. */
    public RawHubConnector changing(UnaryOperator<RawRequest> change) {
        changes.add(change);
        return this;
    }

    /** Adds a query parameter to all requests. */
    public RawHubConnector query(String name, String value) {
        query.put(name, value);
        return this;
    }

    /** Uses this transport rather than a WebSocket. */
    public RawHubConnector by(TransportType type) {
        transport = type;
        return this;
    }

    /** Opens a TCP connection for each poll, rather than using one for all of them. */
    public RawHubConnector connectingForEachPoll() {
        keepsPollsAlive = false;
        return this;
    }

    /** Goes to the WebSocket at once. */
    public RawHubConnector skippingNegotiation() {
        negotiates = false;
        return this;
    }

    /** Answers the server's pings, those of the WebSocket with pongs and those of the hub protocol with pings. */
    public RawHubConnector answeringPings() {
        answersPings = true;
        return this;
    }

    /** Negotiates alone. */
    public HttpAnswer negotiate() {
        return changed(RawRequest.of("POST", at("/negotiate", Map.of("negotiateVersion", "1"))).body("")).send();
    }

    /** The request that opens the WebSocket; a token that is null is left out. */
    public RawRequest webSocketRequest(String token) {
        return changed(RawHandshake.request(at(token)));
    }

    /** The request that opens a stream of events. */
    public RawRequest eventStreamRequest(String token) {
        return changed(RawRequest.of("GET", at(token)).without("Connection").header("Accept", "text/event-stream"));
    }

    /** A poll. */
    public RawRequest pollRequest(String token) {
        return changed(RawRequest.of("GET", at(token)));
    }

    /** What is sent to a connection that is no WebSocket. */
    public RawRequest postRequest(String token, String body) {
        return changed(RawRequest.of("POST", at(token)).header("Content-Type", "text/plain;charset=UTF-8").body(body));
    }

    /** The request that ends a connection over long polling. */
    public RawRequest deleteRequest(String token) {
        return changed(RawRequest.of("DELETE", at(token)));
    }

    /** Negotiates and wants a connection token. */
    public String token() {
        HttpAnswer answer = negotiate();
        if (answer.status() != 200 || !answer.json().containsKey("connectionToken")) {
            throw new AssertionError("Expected a connection token from " + hub + "; seen: " + answer);
        }
        return answer.json().getString("connectionToken");
    }

    /** Opens the transport and leaves the handshake of the hub protocol to the test. */
    public RawHubClient open() {
        String token = negotiates ? token() : null;
        return new RawHubClient(switch (transport) {
            case WEB_SOCKETS -> new RawSocketMessages(RawHandshake.open(webSocketRequest(token)), answersPings);
            case SERVER_SENT_EVENTS -> RawEventStream.open(this, token);
            case LONG_POLLING -> RawPolling.open(this, token, keepsPollsAlive);
        }, token, answersPings);
    }

    /** Opens the transport and shakes hands for the JSON protocol. */
    public RawHubClient connect() {
        return open().shakeHands();
    }

    private RawRequest changed(RawRequest request) {
        RawRequest result = request;
        for (UnaryOperator<RawRequest> change : changes) {
            result = change.apply(result);
        }
        return result;
    }

    private URI at(String token) {
        return at("", token == null ? Map.of() : Map.of("id", token));
    }

    private URI at(String suffix, Map<String, String> parameters) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        all.putAll(query);
        List<String> pairs = new ArrayList<>();
        all.forEach((name, value) -> pairs.add(URLEncoder.encode(name, UTF_8) + "=" + URLEncoder.encode(value, UTF_8)));
        return URI.create(hub + suffix + (pairs.isEmpty() ? "" : "?" + String.join("&", pairs)));
    }
}
