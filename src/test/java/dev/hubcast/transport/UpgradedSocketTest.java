package dev.hubcast.transport;

import static dev.hubcast.transport.SocketInTest.HANDSHAKE;
import static dev.hubcast.transport.SocketInTest.call;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.connection.Eventually;
import dev.hubcast.frame.ClientFrames;
import dev.hubcast.frame.Frames;
import dev.hubcast.transport.FakeOutput.Server;
import jakarta.websocket.CloseReason.CloseCodes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UpgradedSocketTest {

    private static final String ACCEPTED = latin(ClientFrames.join(new byte[] {(byte) 0x81, 3}, utf8("{}\u001e")));
    private static final byte[] BROKEN = {(byte) 0x83, (byte) 0x80, 0, 0, 0, 0};

    private SocketInTest peer;

    @AfterEach
    void close() throws IOException {
        peer.close();
    }

    private void connect(Server server) throws IOException {
        peer = new SocketInTest(server).open();
        peer.in.arrive(HANDSHAKE);
        Eventually.holds(() -> assertThat(peer.out.written()).containsExactly(ACCEPTED));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static String closeFrame(int code) {
        return latin(Frames.close(code, ""));
    }

    private void assertEnds(int code) {
        Eventually.holds(() -> {
            assertThat(peer.hub.noted).contains("closed " + code);
            assertThat(peer.closed.get()).as("TCP is closed").isPositive();
            assertThat(peer.hub.ended).hasValue(1);
        });
    }

    @ParameterizedTest
    @EnumSource
    void calls_arrive_in_order_and_pings_are_answered(Server server) throws IOException {
        connect(server);
        byte[] stream = ClientFrames.join(call("one"), ClientFrames.ping(""), call("two"), ClientFrames.ping("p"));
        for (byte each : stream) {
            peer.in.arrive(new byte[] {each});
        }
        peer.in.arrive(ClientFrames.join(call("three"), call("four")), call("five"));

        Eventually.holds(() -> assertThat(peer.hub.noted).containsExactly("one", "two", "three", "four", "five"));
        assertThat(peer.out.written()).containsExactly(ACCEPTED, latin(Frames.pong(new byte[0])), latin(Frames.pong(utf8("p"))));
    }

    @Test
    void reading_stops_while_there_is_no_room_and_goes_on_when_there_is() throws IOException {
        connect(Server.UNDERTOW);
        CompletableFuture<Void> gate = new CompletableFuture<>();
        peer.hub.gate = gate;
        peer.in.arrive(call("first"));
        Eventually.holds(() -> assertThat(peer.hub.noted).containsExactly("first"));
        byte[][] calls = Collections.nCopies(50, call("again")).toArray(byte[][]::new);
        peer.in.arrive(calls);
        int unread = peer.in.unread();
        assertThat(unread).isBetween(40, 48);

        peer.in.arrive(call("last"));
        assertThat(peer.in.unread()).as("a server that calls again changes nothing").isEqualTo(unread + 1);

        peer.hub.gate = null;
        gate.complete(null);
        Eventually.holds(() -> assertThat(peer.hub.noted).hasSize(52).endsWith("last"));
        assertThat(peer.in.unread()).isZero();
    }

    @Test
    void reading_goes_on_however_fast_room_comes() throws IOException {
        connect(Server.PAYARA);
        int calls = 2_000;
        byte[] burst = ClientFrames.join(Collections.nCopies(10, call("again")).toArray(byte[][]::new));
        for (int i = 0; i < calls / 20; i++) {
            peer.in.arrive(burst, burst);
        }

        Eventually.holds(() -> assertThat(peer.hub.noted).hasSize(calls));
        assertThat(peer.in.unread()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void a_broken_rule_is_answered_by_its_code_behind_what_was_called(Server server) throws IOException {
        connect(server);
        peer.in.arrive(ClientFrames.join(call("before"), BROKEN, call("never")));

        assertEnds(1002);
        assertThat(peer.hub.noted).containsExactly("before", "closed 1002");
        assertThat(peer.out.written()).containsExactly(ACCEPTED, closeFrame(1002));
    }

    /** Payara would call back while the connection is closed, into a request that was recycled. */
    @ParameterizedTest
    @EnumSource
    void the_server_is_asked_for_nothing_more_after_a_broken_rule(Server server) throws IOException {
        connect(server);
        peer.out.room(0);
        peer.in.arrive(BROKEN, ClientFrames.close(1002, ""));

        assertThat(peer.in.unread()).isEqualTo(1);
        assertThat(peer.closed).as("TCP is closed").hasValue(0);

        peer.out.drained(9);

        assertEnds(1002);
        assertThat(peer.in.unread()).isEqualTo(1);
    }

    @Test
    void text_that_is_not_utf8_is_answered_by_1007() throws IOException {
        connect(Server.UNDERTOW);
        peer.in.arrive(new byte[] {(byte) 0x81, (byte) 0x81, 0, 0, 0, 0, (byte) 0xff});

        assertEnds(1007);
        assertThat(peer.out.written()).containsExactly(ACCEPTED, closeFrame(1007));
    }

    @ParameterizedTest
    @EnumSource
    void the_clients_close_is_answered_by_its_code_behind_what_it_called(Server server) throws IOException {
        connect(server);
        peer.in.arrive(ClientFrames.join(call("before"), ClientFrames.close(3000, "bye"), call("never")));

        assertEnds(3000);
        assertThat(peer.hub.noted).containsExactly("before", "closed 3000");
        assertThat(peer.out.written()).containsExactly(ACCEPTED, closeFrame(3000));
    }

    @Test
    void what_was_called_right_before_a_close_without_a_code_is_done() throws IOException {
        connect(Server.UNDERTOW);
        peer.in.arrive(ClientFrames.join(call("before"), ClientFrames.close()));

        assertEnds(1005);
        assertThat(peer.hub.noted).containsExactly("before", "closed 1005");
        assertThat(peer.out.written()).containsExactly(ACCEPTED, latin(new byte[] {(byte) 0x88, 0}));
    }

    @Test
    void our_own_close_waits_for_the_clients() throws IOException {
        connect(Server.PAYARA);
        peer.socket.close(CloseCodes.NORMAL_CLOSURE);
        peer.socket.close(CloseCodes.NORMAL_CLOSURE);
        Eventually.holds(() -> assertThat(peer.out.written()).containsExactly(ACCEPTED, closeFrame(1000)));
        assertThat(peer.closed).hasValue(0);

        peer.in.arrive(ClientFrames.close(1000, ""));

        assertEnds(1000);
        assertThat(peer.out.written()).hasSize(2);
    }

    @Test
    void our_own_close_says_the_code_that_it_is_to_say() throws IOException {
        connect(Server.UNDERTOW);
        peer.socket.close(CloseCodes.VIOLATED_POLICY);

        Eventually.holds(() -> assertThat(peer.out.written()).containsExactly(ACCEPTED, closeFrame(1008)));
    }

    @ParameterizedTest
    @EnumSource
    void tcp_stays_open_until_our_close_frame_has_left(Server server) throws IOException {
        connect(server);
        peer.out.room(1);
        peer.in.arrive(ClientFrames.ping("in the way"));
        peer.socket.close(CloseCodes.NORMAL_CLOSURE);
        peer.in.arrive(ClientFrames.close(1001, ""));
        assertThat(peer.closed).as("TCP is closed").hasValue(0);

        peer.out.drained(9);

        assertEnds(1001);
        assertThat(peer.out.written()).hasSize(3).endsWith(closeFrame(1000));
    }

    @Test
    void tcp_that_ends_without_a_close_frame_ends_the_connection() throws IOException {
        connect(Server.UNDERTOW);
        peer.in.end();

        assertEnds(1006);
    }

    @Test
    void a_connection_that_breaks_ends_once() throws IOException {
        connect(Server.UNDERTOW);
        peer.in.breakWith(new IOException("reset"));
        peer.socket.destroy();

        assertEnds(1006);
    }

    @Test
    void a_write_that_fails_ends_the_connection() throws IOException {
        connect(Server.UNDERTOW);
        peer.out.failWith(new IOException("broken pipe"));
        peer.in.arrive(ClientFrames.ping("p"));

        assertEnds(1006);
    }

    @Test
    void an_aborted_connection_is_closed_at_once_whatever_waits() throws IOException {
        connect(Server.PAYARA);
        peer.out.room(0);
        peer.in.arrive(ClientFrames.ping("p"));
        peer.socket.abort();

        assertThat(peer.closed.get()).isPositive();
        peer.in.arrive(call("never"));
        assertThat(peer.in.unread()).isEqualTo(1);
        assertThat(peer.hub.noted).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_hub_that_shuts_down_takes_no_new_connection(Server server) throws IOException {
        peer = new SocketInTest(server);
        peer.hub.hub.close();
        peer.open();

        Eventually.holds(() -> assertThat(peer.out.written()).containsExactly(closeFrame(1000)));
        peer.in.arrive(ClientFrames.close(1000, ""));
        Eventually.holds(() -> {
            assertThat(peer.closed.get()).as("TCP is closed").isPositive();
            assertThat(peer.hub.ended).hasValue(1);
        });
    }
}
