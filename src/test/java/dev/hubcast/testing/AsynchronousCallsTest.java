package dev.hubcast.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hubcast.Hub;
import dev.hubcast.HubCaller;
import dev.hubcast.HubContext;
import dev.hubcast.HubException;
import jakarta.inject.Inject;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnOpen;
import jakarta.websocket.server.ServerEndpoint;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/** What a hub leaves to other threads. */
class AsynchronousCallsTest {

    static class Gate {
        final CompletableFuture<String> opens = new CompletableFuture<>();
        final List<String> events = new CopyOnWriteArrayList<>();
    }

    @Hub
    @ServerEndpoint("/hubs/slow")
    static class SlowHub {

        @Inject HubContext<SlowHub> hub;
        @Inject Gate gate;

        @OnOpen
        CompletionStage<Void> opened(HubCaller caller) {
            return CompletableFuture.runAsync(() -> caller.items().put("opened", true));
        }

        @OnClose
        void closed(HubCaller caller) {
            gate.events.add("closed");
        }

        public CompletionStage<String> waitForGate() {
            return gate.opens.thenApply(value -> {
                hub.clients().all().send("gate", value);
                return value;
            });
        }

        public CompletionStage<Integer> later(int value) {
            return CompletableFuture.supplyAsync(() -> {
                hub.clients().all().send("later", value);
                return value;
            });
        }

        public void sendLater(int value) {
            CompletableFuture.runAsync(() -> hub.clients().all().send("later", value));
        }

        public CompletionStage<Void> refuse() {
            return CompletableFuture.runAsync(() -> {
                throw new HubException("Not now.");
            });
        }

        public String thread() {
            return Thread.currentThread().getName();
        }
    }

    private final Gate gate = new Gate();
    private final HubTester<SlowHub> slow = HubTester.of(SlowHub.class).with(Gate.class, gate);

    @Test
    void hub_code_runs_on_the_tests_own_thread() {
        assertThat(slow.connect().invoke(String.class, "thread")).isEqualTo(Thread.currentThread().getName());
    }

    @Test
    void a_stage_is_waited_for() {
        HubTestClient ada = slow.connect();

        for (int i = 0; i < 200; i++) {
            assertThat(ada.invoke(int.class, "later", i)).isEqualTo(i);
            ada.received("later", i);
            ada.receivedNothing();
        }
    }

    @Test
    void a_stage_of_on_open_is_waited_for() {
        assertThat(slow.connect().items()).containsEntry("opened", true);
    }

    @Test
    void a_stage_that_fails_is_heard_of() {
        HubTestClient ada = slow.connect();

        assertThatExceptionOfType(FailedCallException.class)
                .isThrownBy(() -> ada.invoke("refuse"))
                .withMessage("An unexpected error occurred invoking 'refuse' on the server. HubException: Not now.");
        assertThat(ada.invokeAsync(Void.class, "refuse"))
                .failsWithin(Duration.ofSeconds(20))
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(FailedCallException.class);
    }

    @Test
    void a_message_of_another_thread_is_waited_for() {
        HubTestClient ada = slow.connect();

        ada.invoke("sendLater", 7);

        ada.received("later", 7);
    }

    @Test
    void a_call_need_not_be_waited_for() {
        HubTestClient ada = slow.connect();
        CompletableFuture<String> answer = ada.invokeAsync(String.class, "waitForGate");
        CompletableFuture<String> behind = ada.invokeAsync(String.class, "thread");
        assertThat(answer).isNotDone();
        assertThat(behind).isNotDone();

        gate.opens.complete("now");

        ada.received("gate", "now");
        assertThat(answer).isCompletedWithValue("now");
        assertThat(behind).isCompletedWithValue(Thread.currentThread().getName());
    }

    @Test
    void a_call_that_does_not_end_is_told() {
        HubTestClient ada = HubTester.of(SlowHub.class).with(Gate.class, gate).patience(Duration.ofMillis(500)).connect();

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> ada.invoke("waitForGate"))
                .withMessage("waitForGate is not over after 500 ms, waited for by connection-1."
                        + " If it waits for what the test does next, call it by invokeAsync.");
    }

    @Test
    void on_close_waits_for_the_call_before_it() {
        HubTestClient ada = slow.connect();
        CompletableFuture<String> answer = ada.invokeAsync(String.class, "waitForGate");

        ada.disconnect();
        assertThat(gate.events).isEmpty();
        assertThat(answer)
                .failsWithin(Duration.ZERO)
                .withThrowableOfType(ExecutionException.class)
                .withMessageContaining("Invocation canceled due to the underlying connection being closed.");

        gate.opens.complete("now");
        assertThat(gate.events).containsExactly("closed");
    }
}
