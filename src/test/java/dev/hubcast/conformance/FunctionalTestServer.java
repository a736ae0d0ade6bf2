package dev.hubcast.conformance;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;

/** The conformance application as the server of functional tests. */
final class FunctionalTestServer {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final String base;

    FunctionalTestServer(URI base) {
        this.base = base.toString().replaceAll("/$", "");
    }

    Stream<DynamicTest> tests() {
        return Stream.of(
                test("a raw connection echoes over a WebSocket that nobody negotiated", this::echoesOverAWebSocket),
                test("a raw connection echoes over Server-Sent Events", this::echoesOverEvents),
                test("a raw connection echoes over long polling and hears of its end", this::echoesOverPolling),
                test("a token opens the hub that asks for one, by the header and by the query", this::tokensOpen),
                test("a negotiation may fail in words, or lead elsewhere", this::negotiationsFailAndLeadElsewhere),
                test("a negotiation sets cookies and takes one away", this::negotiationsSetCookies),
                test("a client that is not there gives no result", this::nobodyGivesNoResult),
                test("every page may read", this::everyPageMayRead));
    }

    /** Failures name the test because not every report shows the names of dynamic tests. */
    private static DynamicTest test(String name, Executable test) {
        return dynamicTest(name, () -> {
            try {
                test.execute();
            } catch (Throwable e) {
                throw new AssertionError(name, e);
            }
        });
    }

    private void echoesOverAWebSocket() throws Exception {
        CompletableFuture<String> echo = new CompletableFuture<>();
        WebSocket socket = client.newWebSocketBuilder().buildAsync(URI.create(base.replaceFirst("^http", "ws") + "/echo"),
                new WebSocket.Listener() {
                    @Override
                    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
                        echo.complete(data.toString());
                        return null;
                    }
                }).get(PATIENCE.toSeconds(), SECONDS);

        socket.sendText("grüße", true).get(PATIENCE.toSeconds(), SECONDS);

        assertThat(echo.get(PATIENCE.toSeconds(), SECONDS)).isEqualTo("grüße");
        socket.abort();
    }

    private void echoesOverEvents() throws Exception {
        String id = "/echo?id=" + token(post("/echo/negotiate", ""));
        HttpResponse<InputStream> events = client.send(
                request(id).header("Accept", "text/event-stream").build(), BodyHandlers.ofInputStream());
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(events.body()))) {
            assertThat(lines.readLine()).isEqualTo(":");
            assertThat(post(id, "Hello World!").statusCode()).isEqualTo(200);
            assertThat(lines.readLine()).isEqualTo("data: Hello World!");
        }
    }

    private void echoesOverPolling() throws Exception {
        String id = "/echo?id=" + token(post("/echo/negotiate", ""));
        assertThat(get(id).body()).isEmpty();
        post(id, "Hello");
        assertThat(get(id).body()).isEqualTo("Hello");
        CompletableFuture<HttpResponse<String>> waiting = client.sendAsync(request(id).build(), BodyHandlers.ofString());
        post(id, "World");
        assertThat(waiting.get(PATIENCE.toSeconds(), SECONDS).body()).isEqualTo("World");
        assertThat(send(request(id).DELETE()).statusCode()).isEqualTo(202);
        assertThat(get(id).statusCode()).isEqualTo(404);
    }

    private void tokensOpen() throws Exception {
        String token = get("/generateJwtToken").body();
        String negotiate = "/authorizedhub/negotiate?negotiateVersion=1";

        assertThat(send(request(negotiate).header("Authorization", "Bearer " + token).POST(BodyPublishers.noBody())).statusCode())
                .isEqualTo(200);
        assertThat(post(negotiate + "&access_token=" + token, "").statusCode()).isEqualTo(200);
        assertThat(post(negotiate + "&access_token=" + token + "x", "").statusCode()).isEqualTo(401);
        assertThat(post(negotiate, "").body()).isEqualTo("Unauthorized");
    }

    private void negotiationsFailAndLeadElsewhere() throws Exception {
        HttpResponse<String> bad = post("/bad-negotiate/negotiate?negotiateVersion=1", "");
        assertThat(bad.statusCode()).isEqualTo(400);
        assertThat(bad.body()).isEqualTo("Some response from server");

        String url = json(post("/redirect/negotiate?numRedirects=0&baseUrl=" + base, "")).getString("url");
        assertThat(url).startsWith(base + "/testHub?numRedirects=");
        assertThat(token(post(url.substring(base.length()).replace("?", "/negotiate?negotiateVersion=1&"), ""))).isNotEmpty();

        HttpResponse<String> elsewhere = post("/echoredirect/negotiate?negotiateVersion=1", "");
        assertThat(elsewhere.statusCode()).isEqualTo(307);
        assertThat(elsewhere.headers().firstValue("Location").orElseThrow()).endsWith("/echo/negotiate?negotiateVersion=1");
    }

    private void negotiationsSetCookies() throws Exception {
        assertThat(post("/testhub/negotiate?negotiateVersion=1", "").headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("testCookie=testValue;"))
                .anyMatch(cookie -> cookie.startsWith("testCookie2=testValue2;"))
                .anyMatch(cookie -> cookie.startsWith("expiredCookie=") && cookie.contains("1970"));
    }

    private void nobodyGivesNoResult() throws Exception {
        assertThat(get("/clientresult/nobody").body()).isEqualTo("Connection 'nobody' does not exist.");
    }

    private void everyPageMayRead() throws Exception {
        HttpResponse<String> preflight = send(request("/echo/negotiate").header("Origin", "http://pages.example")
                .header("Access-Control-Request-Headers", "x-own").method("OPTIONS", BodyPublishers.noBody()));

        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin")).hasValue("http://pages.example");
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Headers")).hasValue("x-own");
        assertThat(json(get("/deployment")).getString("Library")).contains("hubcast");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send(request(path).POST(BodyPublishers.ofString(body)));
    }

    private static String token(HttpResponse<String> negotiated) {
        return json(negotiated).getString("connectionToken");
    }

    private static JsonObject json(HttpResponse<String> response) {
        try (var reader = Json.createReader(new StringReader(response.body()))) {
            return reader.readObject();
        }
    }
}
