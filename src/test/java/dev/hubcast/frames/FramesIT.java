package dev.hubcast.frames;

import static dev.hubcast.frames.FramesApplication.echo;
import static dev.hubcast.frames.FramesApplication.idOf;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.itest.Frame;
import dev.hubcast.itest.HubcastWar;
import dev.hubcast.itest.RawHandshake;
import dev.hubcast.itest.RawHubClient;
import dev.hubcast.itest.RawHubConnector;
import dev.hubcast.itest.RawWebSocket;
import dev.hubcast.websocket.WebSocketOwner;
import jakarta.json.Json;
import jakarta.json.JsonNumber;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames that are odd, wrong or meant ill end their own connection at most. What frames carry is tested by the interfaces. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class FramesIT implements HandshakeTests, LivenessTests, RecordTests {

    private static final int LIMIT = 32 * 1024;
    private static final int TOO_BIG = 1009;
    private static final int MEGABYTE = 1024 * 1024;

    private final List<RawWebSocket> sockets = new ArrayList<>();
    private RawHubClient neighbour;

    @ArquillianResource
    URI base;

    @Deployment(testable = false)
    static WebArchive application() {
        return HubcastWar.of(FrameMethods.class, FramesHub.class, HurriedHub.class, RoomyHub.class, Departures.class)
                .addAsResource(new StringAsset("""
                        hubcast.hub.hurried.handshake-timeout=1s
                        hubcast.hub.hurried.keep-alive-interval=1000ms
                        hubcast.hub.hurried.client-timeout=PT2S
                        hubcast.hub.roomy.maximum-receive-message-size=2097152
                        """), "META-INF/microprofile-config.properties");
    }

    @AfterEach
    void leave() {
        sockets.forEach(RawWebSocket::close);
    }

    @Override
    public URI hub(String name) {
        return base.resolve("hubs/" + name);
    }

    @Override
    public RawWebSocket open(String hub) {
        RawWebSocket socket = RawHandshake.open(RawHubConnector.to(hub(hub)).webSocketRequest(null));
        sockets.add(socket);
        return socket;
    }

    @Override
    public RawHubClient connect(String hub) {
        RawHubClient client = RawHubClient.connect(hub(hub));
        sockets.add(client.socket());
        neighbour(); // is there before anything happens to the client
        return client;
    }

    @Override
    public RawHubClient neighbour() {
        if (neighbour == null) {
            neighbour = RawHubClient.connect(hub("frames"));
            sockets.add(neighbour.socket());
            neighbour.invoke("watch");
        }
        return neighbour;
    }

    private static byte[] fragments(byte[] message, int size) {
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        for (int at = 0; at < message.length; at += size) {
            boolean last = at + size >= message.length;
            byte[] part = Arrays.copyOfRange(message, at, Math.min(at + size, message.length));
            Frame frame = Frame.of(at == 0 ? Frame.TEXT : Frame.CONTINUATION, part);
            frames.writeBytes((last ? frame : frame.unfinished()).bytes());
        }
        return frames.toByteArray();
    }

    private static byte[] echoOf(int size) {
        int frame = echo("big", "").length();
        return echo("big", "x".repeat(size - frame)).getBytes(UTF_8);
    }

    @Test
    void invalid_utf_8_ends_its_connection_with_1007() {
        RawHubClient client = connect("frames");
        client.socket().send(Frame.of(Frame.TEXT, new byte[] {'"', (byte) 0xC3, '(', '"', END}));

        client.socket().expectClose(1007);
        assertAnswers(neighbour());
    }

    @Test
    void invalid_utf_8_is_found_across_fragments() {
        RawHubClient client = connect("frames");
        client.socket().send(Frame.of(Frame.TEXT, new byte[] {'"', (byte) 0xE2, (byte) 0x98}).unfinished(),
                Frame.of(Frame.CONTINUATION, new byte[] {'(', '"', END}));

        client.socket().expectClose(1007);
        assertAnswers(neighbour());
    }

    @Test
    void characters_may_be_cut_by_fragments_anywhere() {
        RawHubClient client = connect("frames");
        String text = "\u00e9\u2603\ud83d\ude00";
        byte[] message = echo("cut", text).getBytes(UTF_8);
        for (int size = 1; size < 12; size++) {
            client.socket().send(fragments(message, size));

            assertThat(client.completionOf("cut").getString("result")).as("fragments of " + size).isEqualTo(text);
        }
    }

    @Test
    void characters_may_be_cut_by_messages_and_by_the_servers_own_buffers() {
        RawHubClient client = connect("roomy");
        for (int lead = 0; lead < 4; lead++) {
            String text = "x".repeat(lead) + "\ud83d\ude00".repeat(30_000);
            client.sendText(echo("long", text));

            assertThat(client.completionOf("long").getString("result").equals(text)).as("with " + lead + " in front").isTrue();
        }
    }

    @Test
    void a_record_of_exactly_the_limit_is_answered() {
        RawHubClient client = connect("frames");
        client.socket().send(Frame.of(Frame.TEXT, echoOf(LIMIT)));

        assertThat(client.completionOf("big").getString("result")).hasSizeGreaterThan(32_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {LIMIT + 1, 40_000, 3 * MEGABYTE})
    void a_record_over_the_limit_ends_its_connection(int size) {
        RawHubClient client = connect("frames");
        String id = idOf(client);
        client.socket().write(Frame.of(Frame.TEXT, echoOf(size)).bytes());

        assertClosedByRule(client, id, TOO_BIG);
    }

    @Test
    void the_limit_holds_for_the_sum_of_fragments_and_for_binary_frames() {
        RawHubClient inFragments = connect("frames");
        String first = idOf(inFragments);
        RawHubClient inBinary = connect("frames");
        String second = idOf(inBinary);
        inFragments.socket().write(fragments(echoOf(LIMIT + 1), 1000));
        assertClosedByRule(inFragments, first, TOO_BIG);

        inBinary.socket().write(Frame.of(Frame.BINARY, echoOf(LIMIT + 1)).bytes());
        assertClosedByRule(inBinary, second, TOO_BIG);
    }

    @Test
    void the_limit_holds_for_one_record_and_not_for_a_message() {
        RawHubClient client = connect("frames");
        client.sendText(new String(echoOf(LIMIT), UTF_8).repeat(3));

        for (int i = 0; i < 3; i++) {
            assertThat(client.completionOf("big").getString("result")).hasSizeGreaterThan(32_000);
        }
    }

    @Test
    void fifty_megabytes_of_one_unfinished_record_take_no_memory() throws Exception {
        RawHubClient client = connect("frames");
        String id = idOf(client);
        long before = usedMemory();
        byte[] fragment = Frame.of(Frame.CONTINUATION, "x".repeat(MEGABYTE).getBytes(UTF_8)).unfinished().bytes();
        client.socket().send(Frame.text("{").unfinished());
        for (int i = 0; i < 50; i++) {
            client.socket().write(fragment); // whether the server takes it or not
        }

        assertClosedByRule(client, id, TOO_BIG);
        assertThat(usedMemory() - before).isLessThan(20 * MEGABYTE);
    }

    private long usedMemory() {
        return ((JsonNumber) neighbour().invoke("usedMemory")).longValueExact();
    }

    @Test
    void a_record_in_thousands_of_one_byte_fragments_is_answered() throws Exception {
        RawHubClient client = connect("frames");
        client.socket().write(fragments(echoOf(30_000), 1)).get(10, TimeUnit.SECONDS);

        assertThat(client.completionOf("big").getString("result")).hasSizeGreaterThan(29_000);
        assertAnswers(neighbour());
    }

    @Test
    void a_hundred_thousand_one_byte_fragments_are_over_the_limit() {
        RawHubClient client = connect("frames");
        String id = idOf(client);
        client.socket().write(fragments(echoOf(100_000), 1));

        assertClosedByRule(client, id, TOO_BIG);
    }

    @Test
    void a_hundred_thousand_empty_fragments_are_not_worth_a_word() throws Exception {
        RawHubClient client = connect("frames");
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        frames.writeBytes(Frame.text(echo("1", "x")).unfinished().bytes());
        byte[] empty = Frame.of(Frame.CONTINUATION, new byte[0]).unfinished().bytes();
        for (int i = 0; i < 100_000; i++) {
            frames.writeBytes(empty);
        }
        frames.writeBytes(Frame.of(Frame.CONTINUATION, new byte[0]).bytes());
        client.socket().write(frames.toByteArray()).get(10, TimeUnit.SECONDS);

        assertThat(client.completionOf("1").getString("result")).isEqualTo("x");
    }

    @Test
    void a_flood_of_pings_does_not_keep_a_call_from_its_answer() {
        RawHubClient client = connect("frames");
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        for (int i = 0; i < 10_000; i++) {
            frames.writeBytes(Frame.of(Frame.PING, new byte[] {(byte) i}).bytes());
        }
        frames.writeBytes(Frame.text(echo("1", "x")).bytes());
        client.socket().write(frames.toByteArray());

        Frame frame = client.socket().receive();
        while (frame.opcode() == Frame.PONG) {
            frame = client.socket().receive();
        }
        assertThat(frame.text()).isEqualTo("{\"type\":3,\"invocationId\":\"1\",\"result\":\"x\"}" + END);
        assertThat(neighbour().invoke("echo", "x")).isEqualTo(Json.createValue("x"));
    }

    @Test
    void frames_that_nobody_may_send_end_their_connection() {
        byte[] tooLong = new byte[126];
        byte[] none = {};
        for (Frame wrong : List.of(Frame.text("x").reserved(4), Frame.of(3, none), Frame.of(11, none),
                Frame.of(Frame.CONTINUATION, none), Frame.of(Frame.PING, tooLong), Frame.of(Frame.PING, none).unfinished(),
                Frame.close(5, ""), Frame.of(Frame.CLOSE, new byte[1]))) {
            RawHubClient client = connect("frames");
            client.socket().send(wrong);

            client.socket().expectClose(1002);
            assertAnswers(neighbour());
        }
    }

    /** Payara's WebSocket gathers a frame whole, up to 4 MiB; Hubcast's own looks at what is in it and says Close first. */
    @ParameterizedTest
    @ValueSource(longs = {10 * MEGABYTE, 1L << 32, Long.MAX_VALUE, Long.MIN_VALUE, -1})
    void a_length_that_is_too_great_or_a_lie_is_not_gathered_for_ever(long length) {
        RawHubClient client = connect("frames");
        String id = idOf(client);
        client.socket().write(Frame.text("x".repeat(5 * MEGABYTE)).declaring(length));

        Frame end = client.socket().receive();
        while (end.opcode() == Frame.TEXT) {
            end = client.socket().receive();
        }
        assertThat(end.closeCode()).isIn(1000, 1002, 1009, 1011);
        assertThat(codeOf(id)).isIn(length < 0 ? WebSocketOwner.ofEnvironment().heard(end.closeCode()) : Set.of(1002, 1009, 1011));
        assertThat(neighbour().invoke("departuresOf", id)).isEqualTo(Json.createValue(1));
    }
}
