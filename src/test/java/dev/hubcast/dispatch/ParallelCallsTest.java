package dev.hubcast.dispatch;

import static dev.hubcast.dispatch.HubUnderTest.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.Hub;
import dev.hubcast.HubCaller;
import dev.hubcast.connection.Eventually;
import dev.hubcast.connection.HubOptions;
import dev.hubcast.connection.Peer;
import jakarta.websocket.OnClose;
import jakarta.websocket.server.ServerEndpoint;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where {@code hubcast.maximum-parallel-invocations-per-client} is two. */
class ParallelCallsTest {

    private static final List<String> NOTED = new CopyOnWriteArrayList<>();
    private static volatile CyclicBarrier both;
    private static volatile CountDownLatch gate;
    private static volatile CompletableFuture<String> pending;

    @Hub
    @ServerEndpoint("/a")
    static class Chat {

        /** Returns when another call is in it too. */
        public String meet(HubCaller caller) throws InterruptedException, BrokenBarrierException, TimeoutException {
            both.await(Eventually.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return caller.userName() + " " + CallScope.currentCaller().userName();
        }

        public void block() {
            NOTED.add("blocks");
            Eventually.open(gate);
            NOTED.add("goes on");
        }

        public CompletionStage<String> later() {
            return pending;
        }

        public String echo(String text) {
            return text;
        }

        public String ask(HubCaller caller) {
            return caller.client().invoke(String.class, "answer").toCompletableFuture().join();
        }

        @OnClose
        void closed() {
            NOTED.add("closed");
        }
    }

    private final HubUnderTest hub = HubUnderTest.withOptions(HubOptions.DEFAULTS.withParallelInvocations(2), Chat.class);

    @BeforeEach
    void begin() {
        NOTED.clear();
        both = new CyclicBarrier(2);
        gate = new CountDownLatch(1);
        pending = new CompletableFuture<>();
    }

    @AfterEach
    void end() {
        gate.countDown();
        hub.close();
    }

    @Test
    void two_methods_of_one_client_run_at_the_same_time() {
        Peer ada = hub.connect("ada");
        for (int i = 0; i < 100; i++) {
            ada.invokes(String.valueOf(i), "meet");
        }

        Eventually.holds(() -> assertThat(ada.hears()).hasSize(101).contains(result("0", "\"ada ada\""), result("99", "\"ada ada\"")));
    }

    @Test
    void a_call_that_blocks_holds_up_the_next_but_one() {
        Peer peer = hub.connect();
        peer.invokes("1", "block");
        peer.invokes("2", "later");
        peer.invokes("3", "echo", "\"waits\"");
        Eventually.holds(() -> assertThat(NOTED).containsExactly("blocks"));
        assertThat(peer.hears()).hasSize(1);
        pending.complete("now");

        peer.heardExactly(result("2", "\"now\""), result("3", "\"waits\""));
        gate.countDown();
        Eventually.holds(() -> assertThat(peer.hears()).endsWith(result("1", "null")));
    }

    @Test
    void calls_that_wait_for_their_client_do_not_count() {
        Peer peer = hub.connect();
        peer.invokes("1", "ask");
        peer.invokes("2", "ask");
        peer.invokes("3", "ask");
        peer.invokes("4", "echo", "\"passes\"");
        Eventually.holds(() -> assertThat(peer.hears()).hasSize(5).contains(result("4", "\"passes\"")));
        for (String asked : peer.hears()) {
            if (asked.contains("\"target\":\"answer\"")) {
                peer.says(asked.replaceAll(".*\"invocationId\":\"(\\w+)\".*", "{\"type\":3,\"invocationId\":\"$1\",\"result\":\"yes\"}"));
            }
        }

        Eventually.holds(() -> assertThat(peer.hears())
                .contains(result("1", "\"yes\""), result("2", "\"yes\""), result("3", "\"yes\"")));
    }

    @Test
    void the_end_waits_for_all_of_them() {
        Peer peer = hub.connect();
        peer.invokes("1", "block");
        peer.invokes("2", "echo", "\"done\"");
        peer.heardExactly(result("2", "\"done\""));
        Eventually.holds(() -> assertThat(NOTED).containsExactly("blocks"));
        peer.vanishes();
        assertThat(NOTED).containsExactly("blocks");
        gate.countDown();

        Eventually.holds(() -> assertThat(NOTED).containsExactly("blocks", "goes on", "closed"));
    }
}
