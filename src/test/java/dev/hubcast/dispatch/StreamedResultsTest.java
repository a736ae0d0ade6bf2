package dev.hubcast.dispatch;

import static dev.hubcast.dispatch.HubUnderTest.error;
import static dev.hubcast.dispatch.HubUnderTest.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.Hub;
import dev.hubcast.HubCaller;
import dev.hubcast.HubException;
import dev.hubcast.connection.Eventually;
import dev.hubcast.connection.Peer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.websocket.server.ServerEndpoint;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamedResultsTest {

    private static final String STREAMING = "An error occurred on the server while streaming results.";

    private static final List<String> NOTED = new CopyOnWriteArrayList<>();
    private static volatile CompletableFuture<Stream<String>> pending;
    private static volatile CompletableFuture<String> never;
    private static volatile SubmissionPublisher<Integer> publisher;
    private static final AtomicInteger PULLED = new AtomicInteger();
    private static final AtomicInteger WAITING = new AtomicInteger();

    @Hub
    @ServerEndpoint("/a")
    static class Streams {

        public Stream<Integer> count(int upTo) {
            return IntStream.range(0, upTo).boxed().onClose(() -> NOTED.add("closed"));
        }

        public Flow.Publisher<Integer> countByPublisher(int upTo) {
            return subscriber -> subscriber.onSubscribe(new Counting(subscriber, upTo));
        }

        public CompletionStage<Stream<Integer>> countLater(int upTo) {
            return CompletableFuture.supplyAsync(() -> count(upTo));
        }

        public CompletionStage<? extends Flow.Publisher<Integer>> countByPublisherLater(int upTo) {
            return CompletableFuture.supplyAsync(() -> countByPublisher(upTo));
        }

        public Stream<Integer> endless() {
            return Stream.iterate(0, i -> i + 1).peek(i -> PULLED.incrementAndGet()).onClose(() -> NOTED.add("closed"));
        }

        /** Gives one item, then waits until somebody interrupts it. */
        public Stream<Integer> stuck() {
            return Stream.iterate(0, i -> i + 1).peek(i -> {
                if (i > 0) {
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        NOTED.add("interrupted");
                        throw new IllegalStateException(e);
                    }
                }
            }).onClose(() -> NOTED.add("closed"));
        }

        public Flow.Publisher<Integer> published() {
            return publisher;
        }

        /** Has nothing to give. */
        public Flow.Publisher<Integer> silent() {
            return subscriber -> subscriber.onSubscribe(new Counting(subscriber, Integer.MAX_VALUE) {
                @Override
                public void request(long n) {}
            });
        }

        public CompletionStage<Stream<String>> whenever() {
            WAITING.incrementAndGet();
            return pending;
        }

        public Stream<Integer> fail() {
            throw new HubException("no stream");
        }

        public Stream<Integer> failAmidst() {
            return Stream.concat(Stream.of(1), Stream.of(2).peek(i -> {
                throw new HubException("counted");
            }));
        }

        public CompletionStage<Stream<Integer>> stuckAtOnce() {
            return CompletableFuture.completedFuture(stuck());
        }

        /** Gives more than anybody has asked for. */
        public Flow.Publisher<String> pushing() {
            return subscriber -> {
                subscriber.onSubscribe(new Flow.Subscription() {
                    @Override
                    public void request(long n) {}

                    @Override
                    public void cancel() {
                        NOTED.add("cancelled");
                    }
                });
                for (int i = 0; i < 100; i++) {
                    subscriber.onNext("x".repeat(100_000));
                }
            };
        }

        public CompletionStage<String> never() {
            return never;
        }

        public Flow.Publisher<Integer> failByPublisher() {
            return subscriber -> subscriber.onSubscribe(new Flow.Subscription() {
                @Override
                public void request(long n) {
                    subscriber.onError(new IllegalStateException("a secret"));
                }

                @Override
                public void cancel() {
                    NOTED.add("cancelled");
                }
            });
        }

        public Stream<Integer> nothing() {
            return null;
        }

        public Stream<Object> unwritable() {
            return Stream.of(new Unwritable());
        }

        public Stream<String> whoCalls(HubCaller caller) {
            return Stream.of(1).map(i -> caller.userName() + " " + CallScope.currentCaller().userName());
        }

        @RolesAllowed("admin")
        public Stream<Integer> forAdmins() {
            return Stream.of(1);
        }

        public String echo(String text) {
            return text;
        }
    }

    /** Cannot be written. */
    public static class Unwritable {

        public String getText() {
            throw new IllegalStateException("cannot be read");
        }
    }

    /** Signals within the request, as deep as it is asked. */
    private static class Counting implements Flow.Subscription {

        private final Flow.Subscriber<? super Integer> subscriber;
        private final int upTo;
        private int next;

        Counting(Flow.Subscriber<? super Integer> subscriber, int upTo) {
            this.subscriber = subscriber;
            this.upTo = upTo;
        }

        @Override
        public void request(long n) {
            for (long i = 0; i < n && next < upTo; i++) {
                subscriber.onNext(next++);
            }
            if (next == upTo) {
                next++;
                subscriber.onComplete();
            }
        }

        @Override
        public void cancel() {
            NOTED.add("cancelled");
        }
    }

    private final HubUnderTest hub = HubUnderTest.of(Streams.class);

    @BeforeEach
    void begin() {
        NOTED.clear();
        PULLED.set(0);
        WAITING.set(0);
        pending = new CompletableFuture<>();
        never = new CompletableFuture<>();
        publisher = new SubmissionPublisher<>();
    }

    @AfterEach
    void end() {
        publisher.close();
        hub.close();
    }

    private static void streams(Peer peer, String id, String target, String... arguments) {
        peer.says("{\"type\":4,\"invocationId\":\"" + id + "\",\"target\":\"" + target + "\",\"arguments\":["
                + String.join(",", arguments) + "]}");
    }

    private static void cancels(Peer peer, String id) {
        peer.says("{\"type\":5,\"invocationId\":\"" + id + "\"}");
    }

    private static String item(String id, String json) {
        return "{\"type\":2,\"invocationId\":\"" + id + "\",\"item\":" + json + "}";
    }

    private static String over(String id) {
        return "{\"type\":3,\"invocationId\":\"" + id + "\"}";
    }

    private static void heard(Peer peer, String record) {
        Eventually.holds(() -> assertThat(peer.hears()).contains(record));
    }

    private static void noted(String... events) {
        Eventually.holds(() -> assertThat(NOTED).containsExactlyInAnyOrder(events));
    }

    private static void nothingRuns(Peer peer) {
        Eventually.holds(() -> assertThat(peer.connection().running().streamingCount()).isZero());
    }

    @ParameterizedTest
    @ValueSource(strings = {"count", "countByPublisher", "countLater", "countByPublisherLater"})
    void items_come_in_their_order_and_then_the_end(String target) {
        Peer peer = hub.connect();
        streams(peer, "1", target, "3");

        peer.heardExactly(item("1", "0"), item("1", "1"), item("1", "2"), over("1"));
        nothingRuns(peer);
        assertThat(NOTED).doesNotContain("cancelled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"count", "countByPublisher", "countLater", "countByPublisherLater"})
    void a_stream_may_be_empty(String target) {
        Peer peer = hub.connect();
        streams(peer, "1", target, "0");

        peer.heardExactly(over("1"));
    }

    @Test
    void a_publisher_that_signals_within_the_request_is_not_called_from_within_its_signal() {
        Peer peer = hub.connect();
        streams(peer, "1", "countByPublisher", "20000");

        heard(peer, over("1"));
        assertThat(peer.hears()).hasSize(20_002);
    }

    @ParameterizedTest
    @ValueSource(strings = {"count", "countByPublisher", "countLater", "countByPublisherLater"})
    void items_that_are_ready_leave_together(String target) {
        Peer peer = hub.connect();
        streams(peer, "1", target, "2000");

        heard(peer, over("1"));
        assertThat(peer.transport().messages()).as("a message a millisecond, or when it is full").hasSizeLessThan(1000);
    }

    @Test
    void a_stream_is_closed_at_its_end() {
        Peer peer = hub.connect();
        streams(peer, "1", "count", "1");

        heard(peer, over("1"));
        noted("closed");
    }

    @Test
    void a_method_that_fails_is_answered_as_a_call_is() {
        Peer peer = hub.connect();
        streams(peer, "1", "fail");
        heard(peer, error("1", "An unexpected error occurred invoking 'fail' on the server. HubException: no stream"));
        streams(peer, "2", "count", "\"x\"");
        heard(peer, error("2", "Failed to invoke 'count' due to an error on the server."));
        streams(peer, "3", "forAdmins");
        heard(peer, error("3", "Failed to invoke 'forAdmins' because user is unauthorized"));
        nothingRuns(peer);
    }

    @Test
    void a_stream_that_fails_says_so_behind_its_items() {
        Peer peer = hub.connect();
        streams(peer, "1", "failAmidst");
        peer.heardExactly(item("1", "1"), error("1", STREAMING + " HubException: counted"));

        streams(peer, "2", "failByPublisher");
        heard(peer, error("2", STREAMING));
        assertThat(NOTED).as("who has failed need not be cancelled").isEmpty();
    }

    @Test
    void what_is_no_stream_or_cannot_be_written_fails_the_call() {
        Peer peer = hub.connect();
        streams(peer, "1", "nothing");
        heard(peer, error("1", "The value returned by the streaming method 'nothing' is not a Stream or Flow.Publisher."));
        streams(peer, "2", "unwritable");
        heard(peer, error("2", STREAMING));
    }

    @Test
    void a_streaming_method_is_not_called_plainly() {
        Peer peer = hub.connect();
        peer.says("{\"type\":1,\"target\":\"count\",\"arguments\":[3]}");
        peer.invokes("1", "count", "3");

        peer.heardExactly(
                error("1", "The client attempted to invoke the streaming 'count' method with a non-streaming invocation."));
    }

    @Test
    void what_the_client_cancels_is_interrupted_and_closed_and_ends_without_an_error() {
        Peer peer = hub.connect();
        streams(peer, "1", "stuck");
        heard(peer, item("1", "0"));
        cancels(peer, "1");

        peer.heardExactly(item("1", "0"), over("1"));
        noted("interrupted", "closed");
        nothingRuns(peer);
        peer.invokes("2", "echo", "\"still here\"");
        heard(peer, result("2", "\"still here\""));
    }

    @Test
    void a_stream_that_came_by_a_stage_is_interrupted_too() {
        Peer peer = hub.connect();
        streams(peer, "1", "stuckAtOnce");
        heard(peer, item("1", "0"));
        cancels(peer, "1");

        peer.heardExactly(item("1", "0"), over("1"));
        noted("interrupted", "closed");
    }

    @Test
    void what_the_client_cancels_in_one_breath_is_cancelled_too() {
        Peer peer = hub.connect();
        peer.says("{\"type\":1,\"invocationId\":\"1\",\"target\":\"never\",\"arguments\":[]}",
                "{\"type\":1,\"invocationId\":\"2\",\"target\":\"echo\",\"arguments\":[\"behind\"]}",
                "{\"type\":5,\"invocationId\":\"1\"}");

        peer.heardExactly(error("1", "An unexpected error occurred invoking 'never' on the server."), result("2", "\"behind\""));
    }

    @Test
    void a_publisher_that_gives_more_than_was_asked_for_costs_its_client_the_connection_and_not_the_server_its_memory() {
        Peer peer = hub.connect().stalls();
        streams(peer, "1", "pushing");

        Eventually.value(peer.transport().aborted());
        noted("cancelled");
        nothingRuns(peer);
    }

    @Test
    void what_the_client_cancels_cancels_its_publisher() {
        Peer peer = hub.connect();
        streams(peer, "1", "published");
        Eventually.holds(() -> assertThat(publisher.getNumberOfSubscribers()).isEqualTo(1));
        publisher.submit(7);
        heard(peer, item("1", "7"));
        cancels(peer, "1");

        Eventually.holds(() -> assertThat(publisher.getNumberOfSubscribers()).isZero());
        peer.heardExactly(item("1", "7"), over("1"));
        nothingRuns(peer);
    }

    @Test
    void what_the_client_cancels_before_it_is_there_is_cancelled_too() {
        Peer peer = hub.connect();
        streams(peer, "1", "whenever");
        Eventually.holds(() -> assertThat(WAITING).hasValue(1));
        cancels(peer, "1");

        heard(peer, over("1"));
        Eventually.holds(() -> assertThat(pending).isCancelled());
    }

    @Test
    void what_the_client_cancels_at_once_has_its_producer_told() {
        Peer peer = hub.connect();
        for (int i = 1; i <= 200; i++) {
            peer.says("{\"type\":4,\"invocationId\":\"" + i + "\",\"target\":\"silent\",\"arguments\":[]}",
                    "{\"type\":5,\"invocationId\":\"" + i + "\"}");
            heard(peer, over(String.valueOf(i)));
        }

        Eventually.holds(() -> assertThat(NOTED).hasSize(200).containsOnly("cancelled"));
        nothingRuns(peer);
    }

    @Test
    void a_client_that_goes_cancels_its_streams() {
        Peer peer = hub.connect();
        streams(peer, "1", "stuck");
        streams(peer, "2", "published");
        streams(peer, "3", "whenever");
        heard(peer, item("1", "0"));
        Eventually.holds(() -> assertThat(publisher.getNumberOfSubscribers()).isEqualTo(1));
        Eventually.holds(() -> assertThat(WAITING).hasValue(1));
        peer.vanishes();

        Eventually.holds(() -> assertThat(publisher.getNumberOfSubscribers()).isZero());
        noted("interrupted", "closed");
        Eventually.holds(() -> assertThat(pending).isCancelled());
        nothingRuns(peer);
    }

    @Test
    void the_end_of_the_server_cancels_streams() {
        Peer peer = hub.connect();
        streams(peer, "1", "stuck");
        streams(peer, "2", "published");
        heard(peer, item("1", "0"));
        Eventually.holds(() -> assertThat(publisher.getNumberOfSubscribers()).isEqualTo(1));
        hub.hub().close();

        Eventually.holds(() -> assertThat(publisher.getNumberOfSubscribers()).isZero());
        noted("interrupted", "closed");
    }

    @Test
    void nobody_pulls_more_than_the_client_reads() {
        Peer peer = hub.connect();
        peer.transport().hold();
        streams(peer, "1", "endless");
        Eventually.holds(() -> assertThat(PULLED.get()).isGreaterThan(100));
        int before;
        do {
            before = PULLED.get();
            peer.connection().whenWritable(() -> { });
            Eventually.holds(() -> assertThat(Thread.getAllStackTraces().values()).anySatisfy(
                    stack -> assertThat(stack).anySatisfy(frame -> assertThat(frame.getMethodName()).isEqualTo("awaitWritable"))));
        } while (before != PULLED.get());
        assertThat(before).as("64 KiB of records of 40 bytes, and one more").isLessThan(3000);
        assertThat(peer.transport().closed()).isNotDone();
        peer.transport().holdNoLonger();
        peer.transport().done(null);
        int halted = before;
        Eventually.holds(() -> assertThat(PULLED.get()).isGreaterThan(halted));
        cancels(peer, "1");
        noted("closed");
    }

    @Test
    void an_id_belongs_to_one_stream_at_a_time() {
        Peer peer = hub.connect();
        streams(peer, "1", "stuck");
        heard(peer, item("1", "0"));
        streams(peer, "1", "count", "1");
        heard(peer, error("1", "Invocation ID '1' is already in use."));
        cancels(peer, "1");
        heard(peer, over("1"));
        noted("interrupted", "closed");
        streams(peer, "1", "countByPublisher", "2");

        heard(peer, item("1", "1"));
    }

    @Test
    void no_more_than_100_calls_of_a_client_stream() {
        Peer peer = hub.connect();
        for (int i = 0; i < 101; i++) {
            streams(peer, String.valueOf(i), "published");
            int open = Math.min(i + 1, 100);
            Eventually.holds(() -> assertThat(publisher.getNumberOfSubscribers()).isEqualTo(open));
        }

        heard(peer, error("100", "An unexpected error occurred invoking 'published' on the server. HubException: Too many calls of this"
                + " client stream already."));
        cancels(peer, "0");
        heard(peer, over("0"));
        streams(peer, "101", "count", "1");
        heard(peer, over("101"));
    }

    @Test
    void streams_do_not_hold_up_calls_nor_each_other() {
        Peer peer = hub.connect();
        streams(peer, "1", "stuck");
        streams(peer, "2", "stuck");
        heard(peer, item("1", "0"));
        heard(peer, item("2", "0"));
        peer.invokes("3", "echo", "\"now\"");

        heard(peer, result("3", "\"now\""));
        assertThat(peer.hears()).doesNotContain(over("1"), over("2"));
    }

    @Test
    void a_stream_for_which_no_thread_is_free_holds_up_nobody_and_can_be_cancelled() {
        Peer peer = hub.connect();
        for (String id : List.of("1", "2", "3", "4")) { // as many as there are threads
            streams(peer, id, "stuck");
            heard(peer, item(id, "0"));
        }
        streams(peer, "5", "stuck");
        peer.invokes("6", "echo", "\"now\"");
        heard(peer, result("6", "\"now\""));
        cancels(peer, "5");
        heard(peer, over("5"));
        streams(peer, "7", "count", "1");
        cancels(peer, "1");

        heard(peer, over("7"));
        assertThat(peer.hears()).doesNotContain(item("5", "0"));
    }

    @Test
    void a_stream_is_pulled_in_the_scope_of_its_call() {
        Peer peer = hub.connect("ada");
        streams(peer, "1", "whoCalls");

        peer.heardExactly(item("1", "\"ada ada\""), over("1"));
    }

    @Test
    void ten_thousand_short_streams_leave_nothing_behind() throws InterruptedException {
        for (int i = 0; i < 200; i++) {
            Peer peer = hub.connect();
            for (int id = 0; id < 50; id++) {
                streams(peer, String.valueOf(id), id % 2 == 0 ? "count" : "countByPublisher", "1");
            }
            Eventually.holds(() -> assertThat(peer.hears()).hasSize(101));
            nothingRuns(peer);
        }
        assertThat(NOTED).hasSize(5000).containsOnly("closed");
        assertThat(hub.finish()).isEmpty();
    }
}
