package dev.hubcast.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class LocalHubCloseTest {

    private static final Duration LONG = Duration.ofMinutes(10);

    @Test
    void a_hub_is_closed_when_its_clients_have_gone() {
        try (TestHub test = new TestHub(TestHub.closeTimeout(LONG))) {
            Peer ada = test.connect();
            Peer early = test.peer();
            assertTimeoutPreemptively(Eventually.PATIENCE, test.hub::close);

            assertThat(ada.hears()).containsExactly(Peer.ACCEPTED, "{\"type\":7,\"allowReconnect\":true}");
            assertThat(early.transport().closed()).isDone();
        }
    }

    @Test
    void a_client_that_does_not_read_is_aborted_after_the_close_timeout() {
        try (TestHub test = new TestHub(TestHub.closeTimeout(Duration.ofMillis(50)))) {
            Peer stalled = test.connect().stalls();
            Peer healthy = test.connect();
            assertTimeoutPreemptively(Eventually.PATIENCE, test.hub::close);

            Eventually.value(stalled.transport().aborted());
            assertThat(healthy.transport().aborted()).isNotDone();
            Eventually.holds(() -> assertThat(test.code.noted()).filteredOn("closed 1001 Shutdown."::equals).hasSize(2));
        }
    }

    @Test
    void a_call_that_blocks_for_ever_holds_up_neither_the_hub_nor_the_threads() {
        try (TestHub test = new TestHub(TestHub.closeTimeout(LONG))) {
            CountDownLatch never = new CountDownLatch(1);
            CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
            test.code.method("blocks", connection -> {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    interrupted.complete(true);
                }
                return null;
            });
            Peer peer = test.connect();
            peer.invokes("1", "blocks");
            Eventually.holds(() -> assertThat(test.code.noted()).contains("blocks"));
            assertTimeoutPreemptively(Eventually.PATIENCE, () -> {
                test.hub.close();
                test.threads.close(Duration.ofMillis(50));
            });

            assertThat(Eventually.value(interrupted)).isTrue();
            peer.heardExactly("{\"type\":7,\"allowReconnect\":true}");
        }
    }

    @Test
    void who_comes_after_the_close_is_sent_away() {
        try (TestHub test = new TestHub()) {
            test.hub.close();
            Peer late = test.peer();
            late.says(Peer.HANDSHAKE);

            Eventually.value(late.transport().closed());
            assertThat(late.hears()).isEmpty();
            assertThat(test.hub.connectionCount()).isZero();
        }
    }
}
