package dev.hubcast.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.itest.Frame;
import dev.hubcast.itest.HubWatch;
import dev.hubcast.itest.RawHubClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever clients send and however they leave, it is their own affair. */
interface FuzzTests extends WebSocketUnderTest {

    int ROUNDS = 40;
    int AT_A_TIME = 8;

    /** A client that sends what it should not. */
    record Stranger(RawHubClient client, String id, long seed) {}

    /** Seeds of this run: always the same, or the one that {@code -Dfuzz.seed} names, because it was in the way of an earlier one. */
    static LongStream seeds() {
        Long named = Long.getLong("fuzz.seed");
        return named == null ? LongStream.rangeClosed(1, 2) : LongStream.of(named);
    }

    @ParameterizedTest(name = "-Dfuzz.seed={0}")
    @MethodSource("dev.hubcast.websocket.FuzzTests#seeds")
    default void whatever_strangers_send_the_neighbour_is_answered_and_the_hub_forgets_them(long seed) {
        HubWatch watch = watch(FUZZED);
        Random random = new Random(seed);
        List<String> gone = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            List<Stranger> strangers = new ArrayList<>();
            for (int i = 0; i < AT_A_TIME; i++) {
                RawHubClient client = connect(FUZZED);
                strangers.add(new Stranger(client, HubWatch.idOf(client), random.nextLong()));
            }
            strangers.forEach(each -> new FuzzedFrames(each.seed()).pieces().forEach(each.client().socket()::write));
            assertAnswers(watch.client());
            strangers.forEach(each -> leave(each, random.nextInt(3)));
            strangers.forEach(each -> gone.add(each.id()));
        }

        gone.forEach(watch::awaitEnd);
        watch.awaitTransports(1);
        gone.forEach(id -> watch.assertGone(id, 1));
    }

    private void leave(Stranger stranger, int way) {
        if (way == 0) {
            stranger.client().close();
        } else if (way == 1 || owner().mayHang()) {
            stranger.client().socket().reset();
        } else {
            stranger.client().socket().halfClose();
            assertGoodFrames(stranger);
        }
    }

    /** Up to the end of TCP the server says what a server may say: behind its close frame it still answers pings (section 5.5.2). */
    private static void assertGoodFrames(Stranger stranger) {
        List<Frame> frames = stranger.client().socket().receiveAll();
        boolean closed = false;
        for (Frame frame : frames) {
            assertThat(frame.opcode()).as("opcode of %s in %s, said to %s", frame, frames, stranger)
                    .isIn(closed ? Set.of(Frame.PONG) : Set.of(Frame.TEXT, Frame.PONG, Frame.CLOSE));
            assertThat(frame.rsv()).isZero();
            assertThat(frame.fin()).isTrue();
            closed |= frame.opcode() == Frame.CLOSE;
        }
    }
}
