package dev.hubcast.websocket;

import static dev.hubcast.websocket.Messages.call;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.itest.Frame;
import dev.hubcast.itest.HubWatch;
import dev.hubcast.itest.RawHubClient;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames that nobody may send: the cases of the Autobahn suite, sections 2 to 5 and 7, and those on masks and lengths that it lacks. */
interface BrokenFrameTests extends WebSocketUnderTest {

    Duration A_WHILE = Duration.ofMillis(500);

    @ParameterizedTest(name = "{0}")
    @EnumSource
    default void a_broken_rule_ends_its_connection_and_nothing_behind_it_is_heard(BrokenRule rule) {
        Outcome outcome = owner().of(rule);
        // One that may be deaf to its own end is missed by a ping, so the hub is one that pings often.
        String hub = outcome == Outcome.STUMBLE ? FUZZED : SOCKETS;
        HubWatch watch = watch(hub);
        for (Delivery delivery : Delivery.values()) {
            RawHubClient client = connect(hub);
            String id = HubWatch.idOf(client);
            String late = rule + " " + delivery;
            List<byte[]> stream = new ArrayList<>(rule.frames());
            stream.add(Frame.of(Frame.PING, new byte[0]).bytes());
            stream.add(Frame.text(call("late", "note", late)).bytes());
            delivery.pieces(stream).forEach(client.socket()::write); // whether the server takes it or not

            if (outcome.closeCodes().isEmpty()) {
                assertEndsWithItsClient(client, id, outcome, watch);
            } else {
                assertFails(client, id, outcome.closeCodes(), watch);
                assertThat(watch.client().invoke("wasNoted", late)).as(late).isEqualTo(JsonValue.FALSE);
            }
        }
    }

    private static void assertEndsWithItsClient(RawHubClient client, String id, Outcome outcome, HubWatch watch) {
        if (outcome == Outcome.PASS) {
            assertThat(client.socket().receive().opcode()).isEqualTo(Frame.PONG);
            client.close();
        } else {
            client.socket().reset();
        }
        watch.awaitEnd(id);
        watch.assertGone(id, 1);
    }

    /** No client can hold such a frame in one piece, so its length is a lie. */
    @ParameterizedTest
    @ValueSource(longs = {1L << 31, 1L << 32, 1L << 62, Long.MAX_VALUE})
    default void a_length_that_nobody_can_mean_is_refused_by_the_frames_header(long length) {
        HubWatch watch = watch(SOCKETS);
        RawHubClient client = connect(SOCKETS);
        String id = HubWatch.idOf(client);
        byte[] header = Frame.text("").declaring(length);
        client.socket().send(header);

        if (owner().refusesEndlessFrames()) {
            assertFails(client, id, Set.of(TOO_BIG), watch);
        } else {
            client.socket().expectSilence(A_WHILE);
            client.close();
            assertHeard(id, Set.of(1006), watch);
        }
    }
}
