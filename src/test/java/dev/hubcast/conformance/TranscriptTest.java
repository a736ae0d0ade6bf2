package dev.hubcast.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;

class TranscriptTest {

    private static final String NEGOTIATE = """
            [{"name": "negotiate",
              "steps": [{"do": "http", "path": "/negotiate", "save": {"token": "connectionToken"}},
                        {"do": "http", "method": "GET", "path": "?id={token}"}],
              "answers": [{"status": 200, "content-type": "application/json", "body": {"connectionToken": "{token}", "version": 1}},
                          {"status": 404, "content-type": "text/plain;charset=utf-8", "cache-control": "no-cache,no-store",
                           "body": "No {token} here"}]}]""";

    private final String token = UUID.randomUUID().toString();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/app/hubs/wire", request -> {
            request.getResponseHeaders().add("Date-Of-No-Interest", "today");
            request.getResponseHeaders().add("Content-Type", "Text/Plain; Charset=UTF-8");
            request.getResponseHeaders().add("Cache-Control", "no-cache, no-store");
            byte[] body = ("No " + request.getRequestURI().getQuery().substring("id=".length()) + " here").getBytes(UTF_8);
            request.sendResponseHeaders(404, body.length);
            request.getResponseBody().write(body);
            request.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void an_exchange_that_is_answered_as_by_the_reference_passes() {
        negotiation("{\"version\": 1, \"connectionToken\": \"" + token + "\"}");

        assertThatCode(() -> only(transcript(NEGOTIATE)).getExecutable().execute()).doesNotThrowAnyException();
    }

    @Test
    void an_exchange_that_is_answered_otherwise_fails_and_tells_both_answers() {
        negotiation("{\"version\": 2, \"connectionToken\": \"" + token + "\"}");

        assertThatThrownBy(() -> only(transcript(NEGOTIATE)).getExecutable().execute())
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("'negotiate' differs\nanswer 0\n")
                .hasMessageContaining("\"version\":1").hasMessageContaining("\"version\":2")
                .hasMessageNotContaining("answer 1");
    }

    @Test
    void what_is_set_aside_does_not_fail_an_exchange() {
        negotiation("{\"version\": 2, \"connectionToken\": \"" + token + "\"}");

        assertThatCode(() -> only(transcript(NEGOTIATE).aside("version")).getExecutable().execute()).doesNotThrowAnyException();
    }

    @Test
    void an_exchange_that_ends_early_fails_under_its_name() {
        server.stop(0);

        assertThatThrownBy(() -> only(transcript(NEGOTIATE)).getExecutable().execute())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("'negotiate' could not be played to its end")
                .hasRootCauseInstanceOf(IOException.class);
    }

    @Test
    void a_test_is_named_as_its_exchange() {
        assertThat(only(transcript(NEGOTIATE)).getDisplayName()).isEqualTo("negotiate");
    }

    @Test
    void leaving_every_exchange_out_is_no_success() {
        Transcript nothing = transcript(NEGOTIATE).without("^nego");

        assertThatThrownBy(() -> nothing.against(base())).isInstanceOf(IllegalStateException.class);
    }

    private void negotiation(String answer) {
        server.createContext("/app/hubs/wire/negotiate", request -> {
            request.getResponseHeaders().add("Content-Type", "application/json");
            byte[] body = answer.getBytes(UTF_8);
            request.sendResponseHeaders(request.getRequestMethod().equals("POST") ? 200 : 405, body.length);
            request.getResponseBody().write(body);
            request.close();
        });
    }

    private DynamicTest only(Transcript transcript) {
        return transcript.against(base()).toList().get(0);
    }

    private URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/app");
    }

    private static Transcript transcript(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return Transcript.of(reader.readArray());
        }
    }
}
