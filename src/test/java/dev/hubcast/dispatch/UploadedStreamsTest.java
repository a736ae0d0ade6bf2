package dev.hubcast.dispatch;

import static dev.hubcast.dispatch.HubUnderTest.error;
import static dev.hubcast.dispatch.HubUnderTest.item;
import static dev.hubcast.dispatch.HubUnderTest.over;
import static dev.hubcast.dispatch.HubUnderTest.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.Hub;
import dev.hubcast.HubCaller;
import dev.hubcast.connection.Eventually;
import dev.hubcast.connection.Peer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.websocket.server.ServerEndpoint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UploadedStreamsTest {

    private static final List<String> NOTED = new CopyOnWriteArrayList<>();
    private static volatile CountDownLatch gate;

    @Hub
    @ServerEndpoint("/a")
    static class Uploads {

        public CompletionStage<Integer> sum(Flow.Publisher<Integer> numbers) {
            return Folding.of(numbers, 0, Integer::sum);
        }

        public CompletionStage<String> concat(String prefix, Flow.Publisher<String> texts, HubCaller caller) {
            return Folding.of(texts, prefix, (all, text) -> all + text);
        }

        public CompletionStage<String> zip(Flow.Publisher<String> left, Flow.Publisher<String> right) {
            return Folding.of(left, "", String::concat).thenCombine(Folding.of(right, "", String::concat), (a, b) -> a + "/" + b);
        }

        @RolesAllowed("admin")
        public CompletionStage<Integer> sumForAdmins(Flow.Publisher<Integer> numbers) {
            NOTED.add("called");
            return Folding.of(numbers, 0, Integer::sum);
        }

        /** Keeps its thread until the upload is over. */
        public int sumAndWait(Flow.Publisher<Integer> numbers) {
            return Folding.of(numbers, 0, Integer::sum).join();
        }

        public Flow.Publisher<String> echoStream(Flow.Publisher<String> texts) {
            return texts;
        }

        public String returnTooEarly(Flow.Publisher<String> texts) {
            Folding.of(texts, "", String::concat);
            return "too early";
        }

        public String ignore(Flow.Publisher<String> texts) {
            return "ignored";
        }

        public CompletionStage<String> ignoreForAWhile(Flow.Publisher<String> texts) {
            return CompletableFuture.supplyAsync(() -> {
                Eventually.open(gate);
                return "ignored";
            });
        }

        public CompletionStage<String> first(Flow.Publisher<String> texts) {
            CompletableFuture<String> first = new CompletableFuture<>();
            texts.subscribe(new Folding<String, String>("", (none, text) -> {
                first.complete(text);
                return text;
            }) {
                @Override
                public void onNext(String item) {
                    super.onNext(item);
                    cancel();
                }
            });
            return first;
        }

        public CompletionStage<String> slowly(Flow.Publisher<String> texts) {
            return Folding.of(texts, "", (all, text) -> {
                NOTED.add("waits");
                Eventually.open(gate);
                return all + text;
            });
        }

        public CompletionStage<String> whoUploads(Flow.Publisher<String> texts) {
            return Folding.of(texts, "", (all, text) -> all + CallScope.currentCaller().userName());
        }

        public String echo(String text) {
            return text;
        }

        public CompletionStage<String> pending() {
            return CompletableFuture.supplyAsync(() -> {
                Eventually.open(gate);
                return "over";
            });
        }
    }

    /** Folds all items into one value. */
    private static class Folding<T, R> implements Flow.Subscriber<T> {

        private final CompletableFuture<R> result = new CompletableFuture<>();
        private final BiFunction<R, T, R> step;
        private R soFar;
        private Flow.Subscription subscription;

        Folding(R start, BiFunction<R, T, R> step) {
            this.soFar = start;
            this.step = step;
        }

        static <T, R> CompletableFuture<R> of(Flow.Publisher<T> items, R start, BiFunction<R, T, R> step) {
            Folding<T, R> folding = new Folding<>(start, step);
            items.subscribe(folding);
            return folding.result;
        }

        void cancel() {
            subscription.cancel();
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
            given.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(T item) {
            soFar = step.apply(soFar, item);
        }

        @Override
        public void onError(Throwable failure) {
            NOTED.add(failure.getClass().getSimpleName() + ": " + failure.getMessage());
            result.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            result.complete(soFar);
        }
    }

    private final HubUnderTest hub = HubUnderTest.of(Uploads.class);

    @BeforeEach
    void begin() {
        NOTED.clear();
        gate = new CountDownLatch(1);
    }

    @AfterEach
    void end() {
        gate.countDown();
        hub.close();
    }

    private static void uploads(Peer peer, int type, String id, String target, String arguments, String... streamIds) {
        peer.says("{\"type\":" + type + ",\"invocationId\":\"" + id + "\",\"target\":\"" + target + "\",\"arguments\":[" + arguments
                + "],\"streamIds\":[\"" + String.join("\",\"", streamIds) + "\"]}");
    }

    private static void nothingIsOpen(Peer peer) {
        Eventually.holds(() -> {
            assertThat(peer.connection().running().streamingCount()).isZero();
            assertThat(peer.connection().uploads().count()).isZero();
        });
    }

    private static String failed(String target, String detail) {
        return "An unexpected error occurred invoking '" + target + "' on the server." + detail;
    }

    @Test
    void items_reach_the_method_in_their_order() {
        Peer peer = hub.connect();
        uploads(peer, 1, "1", "concat", "\">\"", "s");
        peer.says(item("s", "\"a\""), item("s", "\"b\""), over("s"));

        peer.heardExactly(result("1", "\">ab\""));
        nothingIsOpen(peer);
    }

    @Test
    void a_method_may_keep_its_thread_until_the_upload_is_over() {
        Peer peer = hub.connect();
        uploads(peer, 1, "1", "sumAndWait", "", "s");
        for (int i = 0; i < 100; i++) {
            peer.says(item("s", "1"));
        }
        peer.says(over("s"));

        peer.heardExactly(result("1", "100"));
    }

    @Test
    void two_uploads_of_a_call_are_told_apart_by_their_order() {
        Peer peer = hub.connect();
        uploads(peer, 1, "1", "zip", "", "s", "t");
        peer.says(item("t", "\"b\""), item("s", "\"a\""), over("t"), over("s"));

        peer.heardExactly(result("1", "\"a/b\""));
    }

    @Test
    void streams_go_both_ways_at_once() {
        Peer peer = hub.connect();
        uploads(peer, 4, "1", "echoStream", "", "s");
        peer.says(item("s", "\"x\""));
        peer.heard(item("1", "\"x\""));
        peer.says(item("s", "\"y\""));
        peer.heard(item("1", "\"y\""));
        peer.says(over("s"));

        peer.heardExactly(item("1", "\"x\""), item("1", "\"y\""), over("1"));
        nothingIsOpen(peer);
    }

    @Test
    void an_error_of_the_client_is_the_streams_failure() {
        Peer peer = hub.connect();
        uploads(peer, 1, "1", "sum", "", "s");
        peer.says(error("s", "gave up"));

        peer.heardExactly(error("1", failed("sum", " HubException: gave up")));
    }

    @Test
    void an_item_of_a_wrong_type_ends_its_stream_and_not_the_connection() {
        Peer peer = hub.connect();
        uploads(peer, 1, "1", "sum", "", "s");
        peer.says(item("s", "1"), item("s", "\"one\""), item("s", "2"), over("s"));
        peer.heard(error("1", failed("sum", " HubException: Failed to bind Stream message.")));
        uploads(peer, 1, "2", "sum", "", "s");
        peer.says(item("s", "null"));
        peer.heard(error("2", failed("sum", " HubException: Failed to bind Stream message.")));
        nothingIsOpen(peer);
    }

    @Test
    void the_number_of_streams_has_to_fit() {
        Peer peer = hub.connect();
        peer.invokes("1", "sum");
        uploads(peer, 1, "2", "sum", "", "s", "t");
        uploads(peer, 1, "3", "concat", "", "s");

        peer.heard(error("1", failed("sum", " HubException: Client sent 0 stream(s), Hub method expects 1.")));
        peer.heard(error("2", failed("sum", " HubException: Client sent 2 stream(s), Hub method expects 1.")));
        peer.heard(error("3", "Failed to invoke 'concat' due to an error on the server."));
        nothingIsOpen(peer);
    }

    @Test
    void who_may_not_call_uploads_nothing_and_stays_connected() {
        Peer peer = hub.connect();
        uploads(peer, 1, "1", "sumForAdmins", "", "s");
        peer.says(item("s", "1"), over("s"));
        peer.heard(error("1", "Failed to invoke 'sumForAdmins' because user is unauthorized"));
        nothingIsOpen(peer);
        uploads(peer, 1, "2", "sum", "", "s");
        peer.says(item("s", "7"), over("s"));

        peer.heard(result("2", "7"));
        assertThat(NOTED).isEmpty();
    }

    @Test
    void items_that_belong_to_nothing_are_skipped() {
        Peer peer = hub.connect();
        peer.says(item("unknown", "1"), over("unknown"));
        uploads(peer, 1, "1", "sum", "", "s");
        peer.says(over("s"), item("s", "1"), over("s"));

        peer.heardExactly(result("1", "0"));
    }

    @Test
    void a_method_need_not_read_what_is_uploaded() {
        Peer peer = hub.connect();
        uploads(peer, 1, "1", "ignore", "", "s");
        peer.heard(result("1", "\"ignored\""));
        for (int i = 0; i < 100; i++) {
            peer.says(item("s", "\"x\""));
        }
        peer.invokes("2", "echo", "\"next\"");

        peer.heardExactly(result("1", "\"ignored\""), result("2", "\"next\""));
        nothingIsOpen(peer);
    }

    @Test
    void who_still_listens_when_the_call_is_over_does_not_hear_that_all_has_come() {
        String told = "CancellationException: The call that took this stream is over. Return a stage that completes behind the stream.";
        Peer peer = hub.connect();
        uploads(peer, 1, "1", "returnTooEarly", "", "s");
        peer.heard(result("1", "\"too early\""));
        Eventually.holds(() -> assertThat(NOTED).containsExactly(told));

        uploads(peer, 1, "2", "sum", "", "s");
        peer.says(item("s", "1"), "{\"type\":5,\"invocationId\":\"2\"}");
        peer.heard(error("2", failed("sum", "")));
        Eventually.holds(() -> assertThat(NOTED).containsExactly(told, told));
    }

    @Test
    void a_client_is_not_read_further_while_its_items_are_not_taken() {
        Peer peer = hub.connect();
        uploads(peer, 1, "1", "ignoreForAWhile", "", "s");
        for (int i = 0; i < 11; i++) {
            peer.says(item("s", "\"x\""));
        }
        peer.invokes("2", "echo", "\"behind\"");
        String large = "\"" + "x".repeat(30_000) + "\"";
        assertThat(peer.says(item("s", large))).isTrue();
        assertThat(peer.says(item("s", large), item("s", large))).as("read on").isFalse();
        assertThat(peer.hears()).containsExactly(Peer.ACCEPTED);
        gate.countDown();

        peer.heardExactly(result("1", "\"ignored\""), result("2", "\"behind\""));
    }

    @Test
    void what_waits_for_its_items_to_be_taken_can_be_cancelled_though_all_came_in_one_breath() {
        Peer peer = hub.connect();
        List<String> records = new ArrayList<>();
        records.add("{\"type\":1,\"invocationId\":\"1\",\"target\":\"ignoreForAWhile\",\"arguments\":[],\"streamIds\":[\"s\"]}");
        records.addAll(Collections.nCopies(11, item("s", "\"x\"")));
        records.add("{\"type\":1,\"invocationId\":\"2\",\"target\":\"echo\",\"arguments\":[\"behind\"]}");
        records.add("{\"type\":5,\"invocationId\":\"1\"}");
        peer.says(records.toArray(String[]::new));

        peer.heard(error("1", failed("ignoreForAWhile", "")));
        peer.heard(result("2", "\"behind\""));
    }

    @Test
    void subscribers_that_take_their_time_hold_up_no_answers_of_clients() {
        Peer peer = hub.connect();
        for (String id : List.of("1", "2", "3", "4")) { // as many as there are threads
            uploads(peer, 1, id, "slowly", "", "u" + id);
            peer.says(item("u" + id, "\"x\""));
        }
        Eventually.holds(() -> assertThat(NOTED).hasSize(4));
        CompletableFuture<String> answer = hub.sender().clients().client(peer.connection().id())
                .invoke(String.class, "answer").toCompletableFuture();
        peer.says(result("s1", "\"now\""));

        assertThat(Eventually.value(answer)).isEqualTo("now");
        gate.countDown();
        for (String id : List.of("1", "2", "3", "4")) {
            peer.says(over("u" + id));
            peer.heard(result(id, "\"x\""));
        }
    }

    @Test
    void no_more_than_100_calls_of_a_client_upload() {
        Peer peer = hub.connect();
        for (int i = 0; i < 101; i++) {
            uploads(peer, 1, String.valueOf(i), "sum", "", "s" + i);
        }
        peer.heard(error("100", failed("sum", " HubException: Too many calls of this client stream already.")));
        peer.says(item("s100", "1"), over("s100"), item("s0", "7"), over("s0"));
        peer.heard(result("0", "7"));
        uploads(peer, 1, "101", "sum", "", "s101");
        peer.says(item("s101", "8"), over("s101"));

        peer.heard(result("101", "8"));
    }

    @Test
    void who_wants_no_answer_gets_none() {
        Peer peer = hub.connect();
        peer.says("{\"type\":1,\"target\":\"sum\",\"arguments\":[],\"streamIds\":[\"s\"]}", item("s", "\"one\""));
        peer.says("{\"type\":1,\"target\":\"sum\",\"arguments\":[],\"streamIds\":[\"s\",\"t\"]}");
        Eventually.holds(() -> assertThat(NOTED).hasSize(1));
        nothingIsOpen(peer);
        peer.invokes("1", "echo", "\"next\"");

        peer.heardExactly(result("1", "\"next\""));
    }

    @Test
    void a_method_may_stop_early() {
        Peer peer = hub.connect();
        uploads(peer, 1, "1", "first", "", "s");
        for (int i = 0; i < 100; i++) {
            peer.says(item("s", "\"" + i + "\""));
        }

        peer.heardExactly(result("1", "\"0\""));
        nothingIsOpen(peer);
    }

    @Test
    void items_pass_a_call_that_is_pending() {
        Peer peer = hub.connect();
        uploads(peer, 1, "1", "sum", "", "s");
        peer.invokes("2", "pending");
        peer.says(item("s", "1"), over("s"));

        peer.heard(result("1", "1"));
        gate.countDown();
        peer.heard(result("2", "\"over\""));
    }

    @Test
    void a_client_that_goes_fails_its_uploads() {
        Peer peer = hub.connect();
        uploads(peer, 1, "1", "sumAndWait", "", "s");
        peer.says(item("s", "1"));
        peer.vanishes();

        Eventually.holds(() -> assertThat(NOTED).containsExactly("ClientGoneException: The underlying connection was closed."));
        nothingIsOpen(peer);
    }

    @Test
    void items_come_in_the_scope_of_the_call() {
        Peer peer = hub.connect("ada");
        uploads(peer, 1, "1", "whoUploads", "", "s");
        peer.says(item("s", "\"x\""), over("s"));

        peer.heardExactly(result("1", "\"ada\""));
    }

    @Test
    void an_id_that_is_used_again_belongs_to_the_newer_stream() {
        Peer peer = hub.connect();
        uploads(peer, 1, "1", "sum", "", "s");
        uploads(peer, 1, "2", "sum", "", "s");
        peer.says(item("s", "5"), over("s"));

        peer.heard(result("2", "5"));
        peer.heard(error("1", failed("sum", " HubException: The client uses the id of this stream for another one.")));
        nothingIsOpen(peer);
    }
}
