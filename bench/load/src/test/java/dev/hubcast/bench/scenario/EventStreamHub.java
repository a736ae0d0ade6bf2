package dev.hubcast.bench.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.hubcast.bench.wire.Wire;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A hub over Server-Sent Events that makes the mistakes it is told to make.
 */
final class EventStreamHub implements AutoCloseable {

    /** What may go wrong. */
    interface Mistakes {

        /** What becomes of a broadcast to one client; by default it is sent. */
        default Outcome of(String client, String text) {
            return Outcome.SENT;
        }

        /** The answer to a request that sends something. */
        default int statusOf(String records) {
            return 200;
        }

        /** The transports that negotiation offers. */
        default String transports() {
            return "[{\"transport\":\"ServerSentEvents\",\"transferFormats\":[\"Text\"]}]";
        }
    }

    /** What becomes of a broadcast. */
    enum Outcome { SENT, SWALLOWED, STREAM_ENDED }

    private static final String END = "\u001e";
    private static final Pattern CALL = Pattern.compile(
            "\\{\"type\":1,(?:\"invocationId\":\"(\\w+)\",)?\"target\":\"(\\w+)\",\"arguments\":\\[\"(.*?)\"(?:,\"(.*?)\")?]}");

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    private final Map<String, HttpExchange> streams = new ConcurrentHashMap<>();
    private final Mistakes mistakes;
    private int negotiated;

    EventStreamHub(Mistakes mistakes) throws IOException {
        this.mistakes = mistakes;
        server.createContext("/hub", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    Server address() {
        return new Server("hub", Wire.named("sse"), URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hub?tenant=1"),
                ProcessHandle.current().pid());
    }

    private void answer(HttpExchange exchange) throws IOException {
        String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        if (request.equals("POST /hub/negotiate?tenant=1&negotiateVersion=1")) {
            respond(exchange, 200, "{\"negotiateVersion\":1,\"connectionId\":\"x\",\"connectionToken\":\"" + nextToken()
                    + "\",\"availableTransports\":" + mistakes.transports() + "}");
            return;
        }
        String client = request.substring(request.indexOf("?tenant=1&id=") + "?tenant=1&id=".length());
        if (request.startsWith("GET") && "text/event-stream".equals(exchange.getRequestHeaders().getFirst("Accept"))) {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            synchronized (exchange) {
                // Known before the client sees the head and asks for more, and written to by nobody before that.
                streams.put(client, exchange);
                exchange.sendResponseHeaders(200, 0);
            }
            write(exchange, ":\r\n\r\n");
        } else if (request.startsWith("POST")) {
            String records = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            for (String record : records.split(END)) {
                received(client, record);
            }
            respond(exchange, mistakes.statusOf(records), "");
        } else {
            respond(exchange, 404, "");
        }
    }

    private synchronized String nextToken() {
        return "client" + negotiated++;
    }

    private void received(String client, String record) throws IOException {
        Matcher call = CALL.matcher(record);
        if (record.contains("\"protocol\"")) {
            send(client, "{}");
        } else if (record.equals("{\"type\":7}")) {
            end(client);
        } else if (call.matches() && call.group(2).equals("send")) {
            for (String each : streams.keySet()) {
                broadcast(each, call.group(4));
            }
        } else if (call.matches()) {
            send(client, "{\"type\":3,\"invocationId\":\"" + call.group(1) + "\",\"result\":"
                    + (call.group(2).equals("echo") ? "\"" + call.group(3) + "\"" : "null") + "}");
        }
    }

    private void broadcast(String client, String text) throws IOException {
        switch (mistakes.of(client, text)) {
            case SENT -> send(client, "{\"type\":1,\"target\":\"message\",\"arguments\":[\"" + text + "\"]}");
            case STREAM_ENDED -> end(client);
            case SWALLOWED -> { }
        }
    }

    private void send(String client, String record) throws IOException {
        HttpExchange stream = streams.get(client);
        if (stream != null) {
            write(stream, "data: " + record + END + "\r\n\r\n");
        }
    }

    private void end(String client) {
        HttpExchange stream = streams.remove(client);
        if (stream != null) {
            stream.close();
        }
    }

    private static void write(HttpExchange stream, String text) throws IOException {
        synchronized (stream) {
            stream.getResponseBody().write(text.getBytes(UTF_8));
            stream.getResponseBody().flush();
        }
    }

    private static void respond(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
