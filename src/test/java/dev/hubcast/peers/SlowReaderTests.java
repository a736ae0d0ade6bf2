package dev.hubcast.peers;

import static dev.hubcast.peers.PeersApplication.assertHeard;
import static dev.hubcast.peers.PeersApplication.joinHeavy;
import static dev.hubcast.peers.PeersApplication.ping;
import static dev.hubcast.peers.PeersApplication.stall;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.TransportType;
import dev.hubcast.itest.HubWatch;
import dev.hubcast.itest.OnEveryTransport;
import dev.hubcast.itest.RawHubClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Clients that are there and do not read, or poll; played by {@link SlowPeersIT}. */
interface SlowReaderTests extends PeersApplication {

    /** Linux keeps at most 4 MiB for a socket that is written to, unless it is told otherwise, and as much for the one that is read. */
    int SYSTEM_BUFFERS = 8 * 1024 * 1024;
    int LARGEST_MESSAGE = 64 * 1024;
    Duration SEND_TIMEOUT = Duration.ofSeconds(4);
    Duration PATIENCE = Duration.ofSeconds(15);
    String TOO_MUCH = "1013 More than 200000 bytes wait.";

    @OnEveryTransport
    default void one_that_stops_reading_is_closed_for_what_waits_while_fifty_others_hear_everything(TransportType by) {
        HubWatch watch = watch("bounded");
        List<RawHubClient> others = connect("bounded", 50);
        String id = joinHeavy(connectSlow("bounded", by));

        int ticks = 0;
        while (!watch.hasEnded(id) && ticks < MOST_TICKS) {
            watch.client().invoke("tick", ++ticks, HEAVY_BYTES);
            assertHeard(others, ticks);
        }

        watch.assertEnded(id, TOO_MUCH, 51);
        watch.client().invoke("tick", ++ticks, HEAVY_BYTES);
        assertHeard(others, ticks);
    }

    /** What a closed one can still read is what the system held for it, and a message: no queue of the server's own. */
    @OnEveryTransport
    default void of_one_that_was_closed_the_server_keeps_no_more_than_a_message(TransportType by) {
        HubWatch watch = watch("bounded");
        RawHubClient slow = connectSlow("bounded", by);
        String id = joinHeavy(slow);
        for (int tick = 1; !watch.hasEnded(id) && tick < MOST_TICKS; tick++) {
            watch.client().invoke("tick", tick, HEAVY_BYTES);
        }
        watch.assertEnded(id, TOO_MUCH, 1);
        watch.assertNothingQueued(id);

        List<Integer> left = slow.lengthsToTheEnd();

        assertThat(left).allSatisfy(length -> assertThat(length).isLessThanOrEqualTo(LARGEST_MESSAGE));
        assertThat(left.stream().mapToInt(length -> length).sum()).isLessThan(SYSTEM_BUFFERS);
        watch.awaitTransports(1);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "LONG_POLLING")
    default void nobody_waits_for_one_whose_write_stalls_and_the_send_timeout_ends_it(TransportType by) {
        HubWatch watch = watch("timed");
        List<RawHubClient> others = connect("timed", 20);
        String id = joinHeavy(connectSlow("timed", by));
        Duration longest = Duration.ZERO;

        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (int tick = 1; !watch.hasEnded(id) && System.nanoTime() < deadline; tick++) {
            long before = System.nanoTime();
            watch.client().invoke("tick", tick, tick <= STALLING_TICKS ? HEAVY_BYTES : 1);
            assertHeard(others, tick);
            Duration round = Duration.ofNanos(System.nanoTime() - before);
            longest = round.compareTo(longest) > 0 ? round : longest;
        }

        watch.assertEnded(id, TOO_LONG, 21);
        assertThat(longest).isLessThan(SEND_TIMEOUT);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "LONG_POLLING")
    default void pings_do_not_save_one_that_never_reads(TransportType by) {
        HubWatch watch = watch("timed");
        RawHubClient slow = connectSlow("timed", by);
        String id = joinHeavy(slow);
        ScheduledExecutorService pinger = Executors.newSingleThreadScheduledExecutor();
        try {
            pinger.scheduleAtFixedRate(() -> ping(slow), 0, 200, TimeUnit.MILLISECONDS);
            stall(watch);

            watch.assertEnded(id, TOO_LONG, 1);
        } finally {
            pinger.shutdownNow();
        }
    }

    @Test
    default void an_answer_to_a_poll_that_nobody_reads_is_ended_by_the_send_timeout() {
        HubWatch watch = watch("timed");
        RawHubClient slow = connectSlow("timed", TransportType.LONG_POLLING);
        String id = joinHeavy(slow);
        slow.polling().park();

        watch.client().invoke("tick", 1, STALLING_BYTES);

        watch.assertEnded(id, TOO_LONG, 1);
        watch.awaitTransports(1);
    }

    @Test
    default void two_hundred_slow_ones_at_once_are_closed_while_others_hear_everything() {
        HubWatch watch = watch("bounded");
        List<RawHubClient> others = connect("bounded", 10);
        TransportType[] types = TransportType.values();
        List<String> ids = IntStream.range(0, 200).mapToObj(i -> joinHeavy(connectSlow("bounded", types[i % types.length]))).toList();

        for (int tick = 1; watch.connections() > 11 && tick < MOST_TICKS; tick++) {
            watch.client().invoke("tick", tick, HEAVY_BYTES);
            assertHeard(others, tick);
        }

        ids.forEach(id -> watch.assertEnded(id, TOO_MUCH, 11));
        RawHubClient leaving = others.get(0);
        leaving.send("hangUp");
        assertThat(leaving.receivedClose().containsKey("error")).isFalse();
        leaving.socket().expectClose(1000);
    }
}
