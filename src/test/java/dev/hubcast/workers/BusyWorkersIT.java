package dev.hubcast.workers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.itest.Frame;
import dev.hubcast.itest.HubcastWar;
import dev.hubcast.itest.RawHubClient;
import dev.hubcast.itest.RawHubConnector;
import dev.hubcast.itest.RawRequest;
import jakarta.json.JsonString;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two hubs, two workers, and methods that keep both busy. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class BusyWorkersIT {

    private static final String HANDSHAKE = "{\"protocol\":\"json\",\"version\":1}\u001e";

    private final List<RawHubClient> clients = new ArrayList<>();

    @ArquillianResource
    URI base;

    @Deployment(testable = false)
    static WebArchive application() {
        return HubcastWar.of(WaitingHub.class, BusyHub.class, OtherHub.class, Gates.class, GateServlet.class)
                .addAsResource(new StringAsset("""
                        hubcast.workers=2
                        hubcast.keep-alive-interval=1s
                        hubcast.handshake-timeout=1s
                        """), "META-INF/microprofile-config.properties");
    }

    @AfterEach
    void leave() {
        clients.forEach(RawHubClient::close);
    }

    private RawHubConnector hub(String name) {
        return RawHubConnector.to(base.resolve("hubs/" + name));
    }

    private RawHubClient connect(String hub) {
        RawHubClient client = hub(hub).connect();
        clients.add(client);
        return client;
    }

    private void openGate(String name) {
        assertThat(RawRequest.of("POST", base.resolve("gate/" + name)).body("").send().status()).isEqualTo(204);
    }

    /** Blocks one worker, and answers its client once the method runs. */
    private RawHubClient block(String hub, String gate) {
        RawHubClient client = connect(hub);
        client.begin("block", gate);
        client.received("begun");
        return client;
    }

    /** Sends records together and waits until the server has read them: a pong comes after what was sent before its ping. */
    private static void sendAndBeRead(RawHubClient client, String records) {
        client.sendText(records);
        client.socket().send(Frame.of(Frame.PING, "read?".getBytes(StandardCharsets.UTF_8)));
        Frame frame = client.socket().receive();
        while (frame.opcode() != Frame.PONG) {
            frame = client.socket().receive();
        }
    }

    private static String noteRecord(String text) {
        return "{\"type\":1,\"target\":\"note\",\"arguments\":[\"" + text + "\"]}\u001e";
    }

    private static List<String> notes(RawHubClient client, String prefix) {
        return client.invoke("notes", prefix).asJsonArray().stream().map(note -> ((JsonString) note).getString()).toList();
    }

    @Test
    void connections_of_both_hubs_get_their_turn_in_the_order_in_which_they_asked() {
        RawHubClient last = connect("busy");
        List<RawHubClient> waiting = IntStream.range(0, 20).mapToObj(i -> connect(i % 2 == 0 ? "busy" : "other")).toList();
        block("busy", "first");
        block("other", "second");
        List<String> expected = new ArrayList<>();

        for (int i = 0; i < waiting.size(); i++) {
            List<String> notes = List.of("turn " + i + " a", "turn " + i + " b", "turn " + i + " c");
            sendAndBeRead(waiting.get(i), notes.stream().map(BusyWorkersIT::noteRecord).reduce("", String::concat));
            expected.addAll(notes);
        }
        openGate("first");

        assertThat(notes(last, "turn")).isEqualTo(expected);
        openGate("second");
    }

    @Test
    void nothing_is_lost_while_all_workers_are_busy() {
        List<RawHubClient> waiting = IntStream.range(0, 20).mapToObj(i -> connect(i % 2 == 0 ? "busy" : "other")).toList();
        List<RawHubClient> blocked = List.of(block("busy", "all"), block("other", "all"));
        List<String> invocations = new ArrayList<>();

        for (int round = 0; round < 50; round++) {
            for (RawHubClient client : waiting) {
                invocations.add(client.begin("note", "kept " + invocations.size()));
            }
        }
        openGate("all");

        for (int i = 0; i < invocations.size(); i++) {
            assertThat(waiting.get(i % waiting.size()).completionOf(invocations.get(i)).containsKey("error")).isFalse();
        }
        assertThat(notes(waiting.get(0), "kept")).hasSize(1000).doesNotHaveDuplicates();
        blocked.forEach(client -> assertThat(client.completionOf("1").containsKey("error")).isFalse());
    }

    @Test
    void a_client_whose_method_blocks_is_still_pinged() {
        RawHubClient blocked = block("busy", "pinged");
        block("other", "pinged");

        for (int ping = 0; ping < 3; ping++) {
            Frame frame = blocked.socket().receive();
            assertThat(new String(frame.payload(), StandardCharsets.UTF_8)).isEqualTo("{\"type\":6}\u001e");
        }

        openGate("pinged");
        assertThat(blocked.completionOf("1").containsKey("error")).isFalse();
    }

    @Test
    void a_handshake_that_waits_for_a_worker_is_not_late() {
        block("busy", "shaking");
        block("other", "shaking");

        RawHubClient late = hub("busy").open();
        clients.add(late);
        late.sendText(HANDSHAKE);
        late.socket().expectSilence(Duration.ofMillis(2500));
        openGate("shaking");

        assertThat(late.receive()).isEmpty();
        late.invoke("note", "welcome");
    }

    @Test
    void a_stage_that_is_pending_keeps_no_worker() {
        List<RawHubClient> pending = Stream.generate(() -> connect("busy")).limit(10).toList();
        pending.forEach(client -> client.begin("pending", "pending"));

        connect("other").invoke("note", "meanwhile");
        openGate("pending");
        pending.forEach(client -> assertThat(client.completionOf("1").containsKey("error")).isFalse());
    }
}
