package dev.hubcast.itest;

import static dev.hubcast.itest.ScriptedServer.http;
import static dev.hubcast.itest.ScriptedServer.soon;
import static dev.hubcast.itest.ScriptedServer.webSocket;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hubcast.TransportType;
import jakarta.json.Json;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RawHubClientTest {

    private static final String ANSWER = "{\"negotiateVersion\":1,\"connectionId\":\"public\",\"connectionToken\":\"to ken\"}";
    private static final ScriptedServer.Script NEGOTIATE = http("200 OK\r\nContent-Length: " + ANSWER.length(), ANSWER);

    @Test
    void it_negotiates_and_shakes_hands() throws Exception {
        CompletableFuture<String> requestLine = new CompletableFuture<>();
        CompletableFuture<String> handshake = new CompletableFuture<>();
        var server = new ScriptedServer(NEGOTIATE, (socket, wire) -> {
            requestLine.complete(new String(wire.peek(40, soon())).lines().findFirst().orElseThrow());
            hub((inner, frames) -> handshake.complete("done")).play(socket, wire);
        });
        try (server; var client = RawHubClient.connect(server.uri("/hubs/chat"))) {
            assertThat(client.socket().answer().status()).isEqualTo(101);
            assertThat(requestLine.join()).isEqualTo("GET /hubs/chat?id=to+ken HTTP/1.1");
            assertThat(handshake.join()).isEqualTo("done");
        }
    }

    @Test
    void a_refused_handshake_is_a_failure() throws Exception {
        var server = new ScriptedServer(webSocket((socket, wire) -> {
            Frame.read(wire, soon());
            say(wire, "{\"error\":\"not you\"}");
        }));
        try (server) {
            var connector = RawHubConnector.to(server.uri("/hubs/chat")).skippingNegotiation();
            assertThatThrownBy(connector::connect).hasMessageContaining("not you");
        }
    }

    @Test
    void a_call_gets_its_result_and_what_came_meanwhile_is_kept() throws Exception {
        var server = new ScriptedServer(hub((socket, wire) -> {
            Frame.read(wire, soon());
            say(wire, "{\"type\":1,\"target\":\"said\",\"arguments\":[\"a\"]}", "{\"type\":6}",
                    "{\"type\":3,\"invocationId\":\"1\",\"result\":42}", "{\"type\":1,\"target\":\"said\",\"arguments\":[\"b\"]}");
        }));
        try (server; var client = connectTo(server)) {
            assertThat(client.invoke("answer", 6, 7.5, "x", true, null)).isEqualTo(Json.createValue(42));
            assertThat(client.received("said").getJsonArray("arguments").getString(0)).isEqualTo("a");
            assertThat(client.receive().getJsonArray("arguments").getString(0)).isEqualTo("b");
        }
    }

    @Test
    void a_call_is_sent_as_the_hub_protocol_has_it() throws Exception {
        CompletableFuture<String> sent = new CompletableFuture<>();
        var server = new ScriptedServer(hub((socket, wire) -> {
            sent.complete(Frame.read(wire, soon()).text());
            say(wire, "{\"type\":3,\"invocationId\":\"1\"}");
        }));
        try (server; var client = connectTo(server)) {
            client.invoke("Echo", "x", 1, null);

            assertThat(sent.join()).isEqualTo(
                    "{\"type\":1,\"target\":\"Echo\",\"arguments\":[\"x\",1,null],\"invocationId\":\"1\"}" + RawRecords.SEPARATOR);
        }
    }

    @Test
    void an_error_is_no_result() throws Exception {
        ScriptedServer.Script refuses = (socket, wire) -> {
            Frame.read(wire, soon());
            say(wire, "{\"type\":3,\"invocationId\":\"1\",\"error\":\"no\"}");
            Frame.read(wire, soon());
            say(wire, "{\"type\":3,\"invocationId\":\"2\",\"error\":\"still no\"}");
        };
        try (var server = new ScriptedServer(hub(refuses)); var client = connectTo(server)) {
            assertThatThrownBy(() -> client.invoke("risky")).hasMessageContaining("\"no\"");
            assertThat(client.invokeForError("risky")).isEqualTo("still no");
        }
    }

    @Test
    void a_record_may_come_in_several_frames() throws Exception {
        var server = new ScriptedServer(hub((socket, wire) -> {
            wire.write(Frame.text("{\"type\":1,\"target\":").unfinished().unmasked().bytes());
            wire.write(Frame.of(Frame.PING, new byte[] {1}).unmasked().bytes());
            byte[] rest = ("\"said\",\"arguments\":[]}" + RawRecords.SEPARATOR).getBytes(UTF_8);
            wire.write(Frame.of(Frame.CONTINUATION, rest).unmasked().bytes());
        }));
        try (server; var client = connectTo(server)) {
            assertThat(client.receive().getString("target")).isEqualTo("said");
        }
    }

    @Test
    void pings_are_answered_on_wish() throws Exception {
        CompletableFuture<String> answers = new CompletableFuture<>();
        var server = new ScriptedServer(hub((socket, wire) -> {
            wire.write(Frame.of(Frame.PING, "p".getBytes(UTF_8)).unmasked().bytes());
            say(wire, "{\"type\":6}", "{\"type\":7}");
            answers.complete(Frame.read(wire, soon()) + " | " + Frame.read(wire, soon()));
        }));
        try (server; var client = RawHubConnector.to(server.uri("/")).skippingNegotiation().answeringPings().connect()) {
            client.receivedClose();

            assertThat(answers.join()).contains("frame 10, 1 bytes: p | frame 1").contains("{\"type\":6}");
        }
    }

    @Test
    void half_a_record_is_a_failure() throws Exception {
        var server = new ScriptedServer(hub((socket, wire) -> wire.write(Frame.text("{\"type\":6}").unmasked().bytes())));
        try (server; var client = connectTo(server)) {
            assertThatThrownBy(client::receive).hasMessageContaining("whole records");
        }
    }

    @Test
    void the_end_of_the_connection_says_what_was_waited_for() throws Exception {
        var server = new ScriptedServer(hub((socket, wire) -> wire.write(Frame.close(1011, "broken").unmasked().bytes())));
        try (server; var client = connectTo(server)) {
            assertThatThrownBy(() -> client.received("said")).hasMessageContaining("a call of said").hasMessageContaining("1011 broken");
        }
    }

    @Test
    void a_close_frame_is_the_end_of_what_is_left() throws Exception {
        var server = new ScriptedServer(hub((socket, wire) -> {
            say(wire, "{\"type\":6}");
            say(wire, "{\"type\":7}");
            wire.write(Frame.close(1013, "").unmasked().bytes());
            wire.takeRest(soon()); // TCP stays open until the client goes
        }));
        try (server; var client = connectTo(server)) {
            assertThat(client.lengthsToTheEnd()).containsExactly(11, 11);
        }
    }

    @Test
    void a_client_of_an_event_stream_reads_events_and_posts_what_it_sends() throws Exception {
        CompletableFuture<String> posted = new CompletableFuture<>();
        String events = chunk(":\r\n") + chunk("data: {}\u001e\r\n\r\ndata: {\"type\":") + chunk("7}\u001e\r") + chunk("\n\r\n") + chunk("");
        var server = new ScriptedServer(NEGOTIATE, (stream, wire) -> {
            assertThat(wire.takeHead(soon())).startsWith("GET /hubs/chat?id=to+ken ").contains("Accept: text/event-stream");
            wire.write(("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n" + events).getBytes(UTF_8));
        }, (socket, wire) -> {
            posted.complete(wire.takeHead(soon()).lines().findFirst().orElseThrow());
            wire.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(UTF_8));
        });
        var connector = RawHubConnector.to(server.uri("/hubs/chat")).by(TransportType.SERVER_SENT_EVENTS);
        try (server; var client = connector.connect()) {
            assertThat(posted.join()).isEqualTo("POST /hubs/chat?id=to+ken HTTP/1.1");
            client.receivedClose();
            client.expectEnd();
        }
    }

    @Test
    void a_client_of_long_polling_reads_the_answers_to_its_polls_and_posts_what_it_sends() throws Exception {
        String close = "{\"type\":7}\u001e";
        var server = new ScriptedServer(NEGOTIATE,
                http("200 OK\r\nConnection: close\r\nContent-Length: 0", ""),
                http("200 OK\r\nConnection: close\r\nContent-Length: 0", ""),
                http("200 OK\r\nConnection: close\r\nContent-Length: 3", "{}\u001e"),
                http("200 OK\r\nConnection: close\r\nContent-Length: 0", ""),
                http("200 OK\r\nConnection: close\r\nContent-Length: " + close.length(), close),
                http("204 No Content\r\nConnection: close", ""));
        var connector = RawHubConnector.to(server.uri("/hubs/chat")).by(TransportType.LONG_POLLING);
        try (server; var client = connector.connect()) {
            client.receivedClose();
            client.expectEnd();
        }
    }

    private static String chunk(String text) {
        return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
    }

    private static RawHubClient connectTo(ScriptedServer server) {
        return RawHubConnector.to(server.uri("/hubs/chat")).skippingNegotiation().connect();
    }

    private static ScriptedServer.Script hub(ScriptedServer.Script next) {
        return webSocket((socket, wire) -> {
            assertThat(Frame.read(wire, soon()).text()).isEqualTo("{\"protocol\":\"json\",\"version\":1}" + RawRecords.SEPARATOR);
            say(wire, "{}");
            next.play(socket, wire);
        });
    }

    private static void say(Wire wire, String... records) {
        wire.write(Frame.text(String.join(String.valueOf(RawRecords.SEPARATOR), records) + RawRecords.SEPARATOR).unmasked().bytes());
    }
}
