package dev.hubcast.peers;

import static dev.hubcast.peers.PeersApplication.assertHeard;
import static dev.hubcast.peers.PeersApplication.assertNoThreadSpins;
import static dev.hubcast.peers.PeersApplication.joinHeavy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.TransportType;
import dev.hubcast.itest.HubWatch;
import dev.hubcast.itest.RawHubClient;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Clients of long polling that go away while a poll waits, or is answered; played by {@link SlowPeersIT}. */
interface AbandonedPollTests extends PeersApplication {

    String NO_POLL = "1006 No poll came.";

    @Test
    default void a_thousand_abandoned_polls_leave_nothing_behind() {
        HubWatch watch = watch("timed");
        List<RawHubClient> leaving = Stream.generate(() -> connect("timed", TransportType.LONG_POLLING)).limit(100).toList();
        List<String> ids = leaving.stream().map(HubWatch::idOf).toList();

        for (int round = 0; round < 10; round++) {
            for (RawHubClient each : leaving) {
                each.polling().park();
                if (round % 2 == 0) {
                    each.polling().abandon();
                } else {
                    each.reset();
                }
            }
        }

        ids.forEach(id -> assertThat(watch.awaitEnd(id)).isEqualTo(NO_POLL));
        ids.forEach(id -> watch.assertGone(id, 1));
        watch.awaitTransports(1);
        assertNoThreadSpins(watch);
    }

    @Test
    default void one_that_stops_polling_is_forgotten_after_the_disconnect_timeout_and_one_that_polls_is_not() {
        HubWatch watch = watch("timed");
        RawHubClient staying = connect("timed", TransportType.LONG_POLLING);
        RawHubClient leaving = connect("timed", TransportType.LONG_POLLING);
        String id = HubWatch.idOf(leaving);

        while (!watch.hasEnded(id)) {
            assertThat(staying.invoke("hasEnded", id)).isNotNull();
        }

        watch.assertEnded(id, NO_POLL, 2);
        watch.client().invoke("tick", 1, 1);
        assertHeard(List.of(staying), 1);
    }

    @Test
    default void a_reset_in_the_middle_of_an_answer_loses_nothing_and_keeps_no_thread_busy() {
        HubWatch watch = watch("timed");
        RawHubClient slow = connect("timed", TransportType.LONG_POLLING);
        String id = joinHeavy(slow);
        slow.polling().park();
        watch.awaitPoll(id);
        watch.client().invoke("tick", 1, STALLING_BYTES);

        slow.reset();

        assertThat(slow.received("heavy").getJsonArray("arguments").getString(1)).hasSize(STALLING_BYTES);
        assertHeard(List.of(slow), 1);
        slow.receivedNothingUntil("id");
        assertNoThreadSpins(watch);
        slow.leave();
        watch.awaitEnd(id);
    }
}
