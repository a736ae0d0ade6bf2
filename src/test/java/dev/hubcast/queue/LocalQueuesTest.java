package dev.hubcast.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hubcast.EventQueues;
import dev.hubcast.connection.Eventually;
import dev.hubcast.protocol.JsonMapping;
import dev.hubcast.transport.FakeAsync;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LocalQueuesTest {

    private static final Logger OF_QUEUES = Logger.getLogger(EventQueue.class.getName());
    private static final String OPENING = ":\r\n";
    private static final Pattern ID = Pattern.compile("id: (\\d+)\r\n");
    private static final QueueOptions SMALL = new QueueOptions(100, 1000, 3, Duration.ofMinutes(5), Duration.ofHours(1),
            Duration.ofHours(1), Duration.ofMillis(50));

    private final AtomicLong clock = new AtomicLong();
    private final LocalQueues queues = queues(SMALL);

    @BeforeAll
    static void keepQuiet() {
        OF_QUEUES.setLevel(Level.OFF); // queues are forgotten here on purpose
    }

    private LocalQueues queues(QueueOptions options) {
        return new LocalQueues(options, JsonMapping.standard(), clock::get);
    }

    private static QueueOptions impatient(Duration keepAlive, Duration send, Duration close) {
        return new QueueOptions(100, 1000, 3, Duration.ofMinutes(5), keepAlive, send, close);
    }

    private static FakeAsync listen(LocalQueues queues, Object queueId) throws IOException {
        return listen(queues, queueId, new FakeAsync());
    }

    private static FakeAsync listen(LocalQueues queues, Object queueId, FakeAsync exchange) throws IOException {
        queues.stream(queueId, exchange.request(), exchange.response());
        return exchange;
    }

    private FakeAsync listen(Object queueId) throws IOException {
        return listen(queues, queueId);
    }

    /** What an exchange was sent, without ids. */
    private static String heard(FakeAsync exchange) {
        return ID.matcher(exchange.body()).replaceAll("");
    }

    private static String event(String data) {
        return "data: " + data + "\r\n\r\n";
    }

    private static List<Long> ids(FakeAsync exchange) {
        List<Long> ids = new ArrayList<>();
        Matcher id = ID.matcher(exchange.body());
        while (id.find()) {
            ids.add(Long.parseLong(id.group(1)));
        }
        return ids;
    }

    @Test
    void a_listener_gets_text_as_it_is_and_anything_else_as_json() throws Exception {
        queues.open("q");
        FakeAsync listener = listen("q");
        queues.enqueue("q", "half done");
        queues.enqueue("q", new StringBuilder("{}"));
        queues.enqueue("q", Map.of("percent", 75));
        queues.enqueue("q", 7);

        assertThat(listener.status()).isEqualTo(200);
        assertThat(listener.header("Content-Type")).isEqualTo("text/event-stream");
        assertThat(heard(listener)).isEqualTo(OPENING + event("half done") + event("{}") + event("{\"percent\":75}") + event("7"));
        assertThat(listener.isWaiting()).isTrue();
    }

    @Test
    void text_of_several_lines_is_one_event_whatever_ends_its_lines() throws Exception {
        queues.enqueue("q", "one\ntwo\r\nthree\rfour\n");
        queues.enqueue("q", "");
        queues.enqueue("q", " data: x");

        assertThat(heard(listen("q"))).isEqualTo(OPENING + "data: one\r\ndata: two\r\ndata: three\r\ndata: four\r\ndata: \r\n\r\n"
                + event("") + event(" data: x"));
    }

    @Test
    void ids_of_the_same_text_are_the_same_queue() throws Exception {
        UUID id = UUID.randomUUID();
        queues.enqueue(id, "by id");
        queues.enqueue(id.toString(), "by text");

        assertThat(heard(listen(id))).isEqualTo(OPENING + event("by id") + event("by text"));
    }

    @Test
    void a_queue_is_made_once_by_opening_or_by_its_first_message() {
        assertThat(queues.open("q")).isTrue();
        assertThat(queues.open("q")).isFalse();
        assertThat(queues.enqueue("other", "a")).isTrue();
        assertThat(queues.open("other")).isFalse();
    }

    @Test
    void nobody_listens_to_a_queue_that_is_not_there() throws Exception {
        FakeAsync listener = listen("q");

        assertThat(listener.status()).isEqualTo(404);
        assertThat(listener.isWaiting()).isFalse();
        assertThat(queues.open("q")).as("asking makes none").isTrue();
    }

    @Test
    void several_messages_go_into_one_queue_or_into_all() throws Exception {
        queues.open("closed");
        queues.close("closed");
        queues.open("a");
        queues.enqueueAll("b", List.of("1", "2"));
        queues.enqueueAll(List.of("x", "y"));

        assertThat(heard(listen("a"))).isEqualTo(OPENING + event("x") + event("y"));
        assertThat(heard(listen("b"))).isEqualTo(OPENING + event("1") + event("2") + event("x") + event("y"));
        assertThat(heard(listen("closed"))).isEqualTo(OPENING + event(EventQueues.TERMINATE));
    }

    @Test
    void if_one_of_several_messages_cannot_be_written_none_is() throws Exception {
        queues.open("q");

        assertThatThrownBy(() -> queues.enqueueAll("q", List.of("fine", Double.NaN))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> queues.enqueueAll(List.of("fine", "x".repeat(1001)))).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A message of 1001 bytes is larger than a queue may be. Raise hubcast.queues.size-limit, or send less.");
        assertThatThrownBy(() -> queues.enqueue("q", null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> queues.enqueue("", "a")).isInstanceOf(IllegalArgumentException.class);
        assertThat(heard(listen("q"))).isEqualTo(OPENING);
    }

    @Test
    void who_comes_back_goes_on_behind_the_last_event_id() throws Exception {
        queues.enqueueAll("q", List.of("a", "b", "c"));
        FakeAsync first = listen("q");
        first.breakWith(new IOException("gone"));
        queues.enqueue("q", "d");

        FakeAsync again = listen(queues, "q", new FakeAsync().with("Last-Event-ID", String.valueOf(ids(first).get(1))));

        assertThat(heard(again)).isEqualTo(OPENING + event("c") + event("d"));
    }

    @Test
    void a_last_event_id_that_is_no_number_confirms_nothing() throws Exception {
        queues.enqueue("q", "a");
        for (String id : List.of("", "x", "-5", "1e3", "99999999999999999999999", "٣")) {
            assertThat(heard(listen(queues, "q", new FakeAsync().with("Last-Event-ID", id)))).as(id).isEqualTo(OPENING + event("a"));
        }
    }

    @Test
    void a_second_listener_takes_over_and_the_first_one_is_told_to_stay_away() throws Exception {
        queues.open("q");
        FakeAsync first = listen("q");
        FakeAsync second = listen("q");
        queues.enqueue("q", "a");

        assertThat(heard(first)).isEqualTo(OPENING + "retry: 2147483647\r\nevent: taken-over\r\n"
                + event("Another listener reads this queue now."));
        assertThat(first.isOver()).isTrue();
        assertThat(heard(second)).isEqualTo(OPENING + event("a"));
        assertThat(second.isWaiting()).isTrue();
    }

    @Test
    void closing_ends_the_stream_behind_the_last_message() throws Exception {
        queues.enqueue("q", "a");
        FakeAsync listener = listen("q");
        queues.close("q");
        queues.close("unknown");

        assertThat(heard(listener)).isEqualTo(OPENING + event("a") + event(EventQueues.TERMINATE));
        assertThat(listener.isOver()).isTrue();
        assertThat(queues.enqueue("q", "late")).isFalse();
    }

    @Test
    void who_comes_back_behind_the_end_hears_that_it_is_the_end_and_then_there_is_no_such_queue() throws Exception {
        queues.enqueue("q", "a");
        queues.close("q");
        FakeAsync listener = listen("q");
        String last = String.valueOf(ids(listener).get(1));

        assertThat(listen(queues, "q", new FakeAsync().with("Last-Event-ID", last)).status()).isEqualTo(204);
        assertThat(listen(queues, "q", new FakeAsync().with("Last-Event-ID", last)).status()).isEqualTo(404);
    }

    @Test
    void a_queue_of_the_same_name_at_another_time_has_other_ids() throws Exception {
        queues.enqueueAll("q", List.of("a", "b"));
        queues.close("q");
        FakeAsync listener = listen("q");
        String last = String.valueOf(ids(listener).get(2));
        listen(queues, "q", new FakeAsync().with("Last-Event-ID", last));
        queues.enqueue("q", "new");

        FakeAsync again = listen(queues, "q", new FakeAsync().with("Last-Event-ID", last));

        assertThat(heard(again)).isEqualTo(OPENING + event("new"));
        assertThat(ids(again)).allMatch(id -> id > Long.parseLong(last));
    }

    @Test
    void of_too_many_queues_that_nobody_reads_the_one_left_alone_longest_goes() throws Exception {
        for (String id : List.of("a", "b", "c")) {
            queues.open(id);
        }
        FakeAsync left = listen("a");
        queues.open("d");
        left.breakWith(new IOException("gone"));

        assertThat(listen("b").status()).as("a had a listener later than b").isEqualTo(404);
        assertThat(listen("a").status()).isEqualTo(200);
        assertThat(listen("c").status()).isEqualTo(200);
        assertThat(listen("d").status()).isEqualTo(200);
    }

    @Test
    void queues_that_are_read_do_not_count() throws Exception {
        for (String id : List.of("a", "b", "c", "d", "e")) {
            queues.open(id);
            listen(id);
        }
        queues.open("f");

        assertThat(queues.open("a")).isFalse();
        assertThat(queues.open("f")).isFalse();
    }

    @Test
    void a_queue_that_nobody_reads_goes_after_the_retention() throws Exception {
        queues.enqueue("alone", "a");
        queues.open("read");
        listen("read");
        clock.addAndGet(Duration.ofMinutes(5).toNanos());
        queues.tick();
        assertThat(queues.open("alone")).isFalse();

        clock.addAndGet(1);
        queues.tick();

        assertThat(queues.open("alone")).isTrue();
        assertThat(queues.open("read")).isFalse();
    }

    @Test
    void a_silent_stream_is_kept_alive_by_comments() throws Exception {
        LocalQueues impatient = queues(impatient(Duration.ofNanos(1), Duration.ofHours(1), Duration.ofHours(1)));
        impatient.open("q");
        FakeAsync listener = listen(impatient, "q");
        impatient.tick();

        assertThat(heard(listener)).isEqualTo(OPENING + OPENING);
    }

    @Test
    void a_listener_that_does_not_read_is_ended_by_the_send_timeout_and_nothing_is_lost() throws Exception {
        LocalQueues impatient = queues(impatient(Duration.ofHours(1), Duration.ofNanos(1), Duration.ofHours(1)));
        impatient.open("q");
        FakeAsync stuck = listen(impatient, "q");
        stuck.out.room(0);
        impatient.enqueue("q", "a");
        impatient.tick();
        impatient.enqueue("q", "b");

        assertThat(stuck.isOver()).isTrue();
        assertThat(heard(listen(impatient, "q"))).isEqualTo(OPENING + event("a") + event("b"));
    }

    @Test
    void a_listener_that_is_taken_over_and_does_not_read_is_ended_by_the_close_timeout() throws Exception {
        LocalQueues impatient = queues(impatient(Duration.ofHours(1), Duration.ofHours(1), Duration.ofNanos(1)));
        impatient.open("q");
        FakeAsync stuck = listen(impatient, "q");
        stuck.out.room(0);
        impatient.enqueue("q", "a");
        FakeAsync second = listen(impatient, "q");
        assertThat(stuck.isOver()).isFalse();

        impatient.tick();

        assertThat(stuck.isOver()).isTrue();
        assertThat(second.isWaiting()).isTrue();
    }

    @Test
    void what_piles_up_behind_a_slow_write_leaves_together() throws Exception {
        queues.open("q");
        FakeAsync listener = listen("q");
        listener.out.room(1);
        queues.enqueue("q", "a");
        queues.enqueue("q", "b");
        queues.enqueue("q", "c");
        assertThat(heard(listener)).isEqualTo(OPENING + event("a"));

        listener.out.drained(5);

        assertThat(heard(listener)).isEqualTo(OPENING + event("a") + event("b") + event("c"));
        assertThat(listener.out.written()).hasSize(3);
    }

    @Test
    void the_end_of_the_application_ends_streams_and_waits_for_slow_ones_within_bounds() throws Exception {
        queues.open("fast");
        queues.open("stuck");
        FakeAsync fast = listen("fast");
        FakeAsync stuck = listen("stuck");
        stuck.out.room(0);
        queues.enqueue("stuck", "a");

        Eventually.value(CompletableFuture.runAsync(queues::close));

        assertThat(fast.isOver()).isTrue();
        assertThat(stuck.isOver()).isTrue();
        assertThat(queues.enqueue("fast", "late")).isFalse();
        assertThat(queues.open("new")).isFalse();
        assertThat(listen("fast").status()).isEqualTo(404);
    }
}
