package dev.hubcast.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.connection.HubHandler.OpenOutcome;
import dev.hubcast.protocol.HubMessage.Ping;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OnCloseTest {

    private final TestHub test = new TestHub();

    @AfterEach
    void end() {
        test.close();
    }

    private long closes() {
        return test.code.noted().stream().filter(each -> each.startsWith("closed")).count();
    }

    @Test
    void on_close_runs_once_for_each_connection_however_many_ends_race() {
        int rounds = 300;
        for (int round = 0; round < rounds; round++) {
            Peer peer = test.connect();
            HubConnection connection = peer.connection();
            List<Runnable> ends = List.of(connection::abort, connection::flooded, peer::vanishes, () -> peer.says("{\"type\":7}"));
            CyclicBarrier together = new CyclicBarrier(ends.size());
            ends.stream()
                    .map(each -> CompletableFuture.runAsync(() -> {
                        await(together);
                        each.run();
                    }, work -> new Thread(work).start()))
                    .toList()
                    .forEach(Eventually::value);
        }
        test.threads.close(Eventually.PATIENCE);

        assertThat(closes()).isEqualTo(rounds);
        assertThat(test.hub.connectionCount()).isZero();
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(Eventually.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_connection_that_is_lost_during_on_open_is_closed_after_it() {
        CompletableFuture<OpenOutcome> opening = new CompletableFuture<>();
        test.code.onOpen(connection -> opening);
        Peer peer = test.connect();
        peer.vanishes();
        assertThat(closes()).isZero();
        opening.complete(OpenOutcome.SUCCEEDED);

        Eventually.holds(() -> assertThat(test.code.noted()).containsExactly("opened", "closed 1006 lost"));
    }

    @Test
    void a_connection_that_is_lost_during_an_on_open_that_fails_is_not_closed() {
        CompletableFuture<OpenOutcome> opening = new CompletableFuture<>();
        test.code.onOpen(connection -> opening);
        Peer peer = test.connect();
        peer.vanishes();
        opening.complete(OpenOutcome.failed(null));
        test.threads.close(Eventually.PATIENCE);

        assertThat(test.code.noted()).containsExactly("opened");
    }

    @Test
    void a_connection_that_is_lost_before_its_handshake_runs_no_hub_code() {
        Peer peer = test.peer();
        peer.vanishes();
        peer.says(Peer.HANDSHAKE);
        test.threads.close(Eventually.PATIENCE);

        assertThat(test.code.noted()).isEmpty();
        assertThat(test.hub.connectionCount()).isZero();
    }

    @Test
    void the_caller_hears_of_the_end_before_on_close() {
        CompletableFuture<Void> slow = new CompletableFuture<>();
        test.code.method("slow", connection -> slow);
        Peer peer = test.connect();
        peer.says("{\"type\":1,\"target\":\"slow\",\"arguments\":[]}");
        CompletableFuture<Long> closesByThen = peer.connection().aborted().thenApply(none -> closes()).toCompletableFuture();
        Eventually.holds(() -> assertThat(test.code.noted()).contains("slow"));
        peer.vanishes();

        assertThat(Eventually.value(closesByThen)).isZero();
        slow.complete(null);
        Eventually.holds(() -> assertThat(closes()).isEqualTo(1));
    }

    @Test
    void calls_that_wait_for_the_end_on_every_worker_are_told_of_it() {
        try (TestHub small = new TestHub(HubOptions.DEFAULTS, 2, TestHub.JSON)) {
            small.code.method("untilTheClientHasGone", connection -> {
                Eventually.value(connection.aborted().toCompletableFuture());
                return null;
            });
            Peer ada = small.connect();
            Peer eve = small.connect();
            ada.invokes("1", "untilTheClientHasGone");
            eve.invokes("1", "untilTheClientHasGone");
            Eventually.holds(() -> assertThat(small.code.noted()).hasSize(4));
            ada.vanishes();
            eve.vanishes();

            Eventually.holds(() -> assertThat(small.code.noted()).filteredOn("closed 1006 lost"::equals).hasSize(2));
        }
    }

    @Test
    void nothing_is_sent_after_the_end() {
        Peer peer = test.connect();
        peer.connection().abort();
        Eventually.value(peer.transport().closed());
        peer.connection().send(new Ping());

        peer.heardExactly("{\"type\":7}");
    }
}
