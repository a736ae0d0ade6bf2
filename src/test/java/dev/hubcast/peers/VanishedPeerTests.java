package dev.hubcast.peers;

import static dev.hubcast.peers.PeersApplication.assertHeard;
import static dev.hubcast.peers.PeersApplication.assertNoThreadSpins;
import static dev.hubcast.peers.PeersApplication.joinHeavy;
import static dev.hubcast.peers.PeersApplication.ping;
import static dev.hubcast.peers.PeersApplication.stall;

import dev.hubcast.TransportType;
import dev.hubcast.itest.HubWatch;
import dev.hubcast.itest.RawHubClient;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Clients that are no longer there; played by {@link SlowPeersIT}. */
interface VanishedPeerTests extends PeersApplication {

    String TIMED_OUT = "1006 Client timeout.";

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "LONG_POLLING")
    default void one_that_has_vanished_is_found_by_the_client_timeout_and_one_that_never_pinged_may_be_silent(TransportType by) {
        HubWatch watch = watch("timed");
        RawHubClient quiet = connect("timed", by);
        RawHubClient vanished = connect("timed", by);
        String id = joinHeavy(vanished);

        ping(vanished);

        watch.assertEnded(id, TIMED_OUT, 2);
        watch.client().invoke("tick", 1, 1);
        assertHeard(List.of(quiet), 1);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "LONG_POLLING")
    default void one_that_has_vanished_in_the_middle_of_a_write_is_forgotten_after_the_close_timeout(TransportType by) {
        HubWatch watch = watch("timed");
        RawHubClient vanished = connectSlow("timed", by);
        String id = joinHeavy(vanished);

        ping(vanished);
        stall(watch);

        watch.assertEnded(id, TIMED_OUT, 1);
        watch.awaitTransports(1);
        watch.assertNothingQueued(id);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "LONG_POLLING")
    default void a_reset_in_the_middle_of_a_write_ends_the_connection_once_and_keeps_no_thread_busy(TransportType by) {
        HubWatch watch = watch("timed");
        RawHubClient slow = connectSlow("timed", by);
        String id = joinHeavy(slow);
        stall(watch);

        slow.reset();

        watch.assertBroken(id, 1);
        watch.awaitTransports(1);
        assertNoThreadSpins(watch);
    }

    @Test
    default void a_stream_that_was_closed_is_found_by_the_keep_alive() {
        HubWatch watch = watch("timed");
        RawHubClient leaving = connect("timed", TransportType.SERVER_SENT_EVENTS);
        String id = joinHeavy(leaving);

        leaving.close();

        watch.assertBroken(id, 1);
        watch.awaitTransports(1);
    }

    @Test
    default void a_half_closed_socket_ends_the_connection() {
        HubWatch watch = watch("timed");
        RawHubClient half = connect("timed");
        String id = joinHeavy(half);

        half.socket().halfClose();

        watch.assertBroken(id, 1);
        watch.awaitTransports(1);
        half.socket().expectEnd();
    }

    @Test
    default void a_socket_half_closed_in_the_middle_of_a_write_ends_the_connection() {
        HubWatch watch = watch("timed");
        RawHubClient slow = connectSlow("timed", TransportType.WEB_SOCKETS);
        String id = joinHeavy(slow);
        stall(watch);

        slow.socket().halfClose();

        watch.assertBroken(id, 1);
        watch.awaitTransports(1);
    }
}
