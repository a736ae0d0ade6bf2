package dev.hubcast.queue;

import static dev.hubcast.queue.FakeReader.NO_ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.EventQueues;
import dev.hubcast.queue.EventQueue.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventQueueTest {

    private static final Logger OF_QUEUES = Logger.getLogger(EventQueue.class.getName());
    private static final long FIRST_ID = 1000;

    private final EventQueue queue = queue(QueueOptions.DEFAULTS);

    @BeforeAll
    static void keepQuiet() {
        OF_QUEUES.setLevel(Level.OFF); // queues overflow here on purpose
    }

    private static EventQueue queue(QueueOptions options) {
        return new EventQueue("q", FIRST_ID, options, new UnreadQueues(options, System::nanoTime));
    }

    private static EventQueue holding(int messages, int bytes) {
        QueueOptions otherwise = QueueOptions.DEFAULTS;
        return queue(new QueueOptions(messages, bytes, otherwise.unreadLimit(), otherwise.retention(), otherwise.keepAliveInterval(),
                otherwise.sendTimeout(), otherwise.closeTimeout()));
    }

    private static Outcome add(EventQueue queue, String... messages) {
        List<byte[]> all = new ArrayList<>();
        for (String message : messages) {
            all.add(message.getBytes(StandardCharsets.UTF_8));
        }
        return queue.add(all);
    }

    @Test
    void messages_come_in_the_order_in_which_they_went_in_under_consecutive_ids() {
        add(queue, "a", "b");
        add(queue, "c");
        FakeReader reader = FakeReader.of(queue, NO_ID).reads();

        assertThat(reader.heard()).containsExactly("a", "b", "c");
        assertThat(reader.lastId()).isEqualTo(FIRST_ID + 2);
        assertThat(reader.readsOnce()).as("each once").isFalse();
    }

    @Test
    void what_comes_while_somebody_reads_is_for_them() {
        FakeReader reader = FakeReader.of(queue, NO_ID).reads();
        add(queue, "a");

        assertThat(reader.reads().heard()).containsExactly("a");
    }

    @Test
    void who_comes_back_goes_on_behind_what_they_confirm() {
        add(queue, "a", "b", "c");
        FakeReader.of(queue, NO_ID).reads().leaves();
        add(queue, "d");

        assertThat(FakeReader.of(queue, FIRST_ID).reads().heard()).containsExactly("b", "c", "d");
        assertThat(FakeReader.of(queue, FIRST_ID + 2).reads().heard()).containsExactly("d");
    }

    @Test
    void who_confirms_nothing_gets_all_that_nobody_has_confirmed() {
        add(queue, "a", "b", "c");
        FakeReader.of(queue, NO_ID).reads().leaves();
        assertThat(FakeReader.of(queue, NO_ID).reads().leaves().heard()).containsExactly("a", "b", "c");

        FakeReader.of(queue, FIRST_ID + 1).leaves();
        assertThat(FakeReader.of(queue, NO_ID).reads().heard()).containsExactly("c");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, FIRST_ID - 1, FIRST_ID + 2, FIRST_ID + 100, Long.MAX_VALUE})
    void an_id_that_was_never_sent_confirms_nothing(long foreign) {
        add(queue, "a", "b");
        FakeReader.of(queue, NO_ID).reads().leaves();
        add(queue, "c");

        assertThat(FakeReader.of(queue, foreign).reads().heard()).containsExactly("a", "b", "c");
    }

    @Test
    void a_second_reader_takes_over() {
        add(queue, "a");
        FakeReader first = FakeReader.of(queue, NO_ID).reads();
        FakeReader second = FakeReader.of(queue, first.lastId());
        add(queue, "b");

        assertThat(first.isTakenOver()).isTrue();
        assertThat(first.reads().heard()).containsExactly("a");
        assertThat(second.reads().heard()).containsExactly("b");
        first.leaves();
        add(queue, "c");
        assertThat(second.reads().heard()).as("the first one's leaving is none of its business").containsExactly("b", "c");
    }

    @Test
    void past_the_message_limit_what_was_sent_goes_first_and_nobody_misses_it() {
        EventQueue small = holding(3, 1000);
        add(small, "a", "b");
        FakeReader reader = FakeReader.of(small, NO_ID).reads();
        add(small, "c", "d", "e");

        assertThat(reader.reads().heard()).containsExactly("a", "b", "c", "d", "e");
    }

    @Test
    void past_the_message_limit_a_reader_learns_how_many_messages_are_missing() {
        EventQueue small = holding(3, 1000);
        add(small, "a", "b", "c", "d", "e");

        FakeReader reader = FakeReader.of(small, NO_ID).reads();

        assertThat(reader.heard()).containsExactly("gap 2", "c", "d", "e");
        assertThat(reader.lastId()).isEqualTo(FIRST_ID + 4);
    }

    @Test
    void past_the_size_limit_the_oldest_go() {
        EventQueue small = holding(100, 10);
        add(small, "aaaa", "bbbb", "cccc");
        assertThat(FakeReader.of(small, NO_ID).reads().leaves().heard()).containsExactly("gap 1", "bbbb", "cccc");

        add(small, "dddddddddd");
        assertThat(FakeReader.of(small, NO_ID).reads().heard()).as("those that were sent are nobody's loss").containsExactly("dddddddddd");
    }

    @Test
    void a_reader_that_falls_behind_learns_what_it_misses_where_it_misses_it() {
        EventQueue small = holding(2, 1000);
        FakeReader slow = FakeReader.of(small, NO_ID);
        add(small, "a");
        slow.reads();
        add(small, "b", "c", "d");

        assertThat(slow.reads().heard()).containsExactly("a", "gap 1", "c", "d");
    }

    @Test
    void who_comes_back_for_what_is_kept_no_more_learns_what_they_miss() {
        EventQueue small = holding(2, 1000);
        add(small, "a", "b");
        FakeReader.of(small, NO_ID).reads().leaves();
        add(small, "c", "d", "e");

        assertThat(FakeReader.of(small, FIRST_ID).reads().heard()).containsExactly("gap 2", "d", "e");
    }

    @Test
    void what_was_sent_is_kept_for_the_retention_and_no_longer() {
        add(queue, "a", "b");
        FakeReader reader = FakeReader.of(queue, NO_ID).reads();
        long now = System.nanoTime();
        add(queue, "c");

        queue.expire(now);
        reader.leaves();
        assertThat(FakeReader.of(queue, FIRST_ID).readsOnce()).isTrue();

        queue.expire(now + QueueOptions.DEFAULTS.retention().plus(Duration.ofHours(1)).toNanos());
        assertThat(FakeReader.of(queue, FIRST_ID).reads().heard()).containsExactly("gap 2");
    }

    @Test
    void what_was_not_sent_outlives_the_retention_while_somebody_reads() {
        FakeReader reader = FakeReader.of(queue, NO_ID);
        add(queue, "a");
        queue.expire(Long.MAX_VALUE);

        assertThat(reader.reads().heard()).containsExactly("a");
    }

    @Test
    void closing_sends_the_last_message_and_no_other_follows() {
        FakeReader reader = FakeReader.of(queue, NO_ID);
        add(queue, "a");
        assertThat(reader.reads().ended()).isFalse();
        queue.close();
        queue.close();

        assertThat(add(queue, "late")).isEqualTo(Outcome.CLOSED);
        assertThat(reader.reads().heard()).containsExactly("a", EventQueues.TERMINATE);
        assertThat(reader.ended()).isTrue();
    }

    @Test
    void a_closed_queue_is_read_to_its_end_however_often_its_reader_is_dropped() {
        add(queue, "a", "b");
        queue.close();
        FakeReader first = FakeReader.of(queue, NO_ID).reads().leaves();
        assertThat(first.ended()).isTrue();
        FakeReader second = FakeReader.of(queue, FIRST_ID).reads().leaves();
        assertThat(second.heard()).containsExactly("b", EventQueues.TERMINATE);
        assertThat(second.ended()).isTrue();

        assertThat(queue.attach(second, second.lastId()).outcome()).as("all is confirmed").isEqualTo(Outcome.CLOSED);
        assertThat(queue.attach(second, NO_ID).outcome()).isEqualTo(Outcome.GONE);
        assertThat(add(queue, "late")).isEqualTo(Outcome.GONE);
    }

    @Test
    void a_queue_that_is_read_is_not_discarded_and_one_that_is_discarded_is_read_no_more() {
        FakeReader reader = FakeReader.of(queue, NO_ID);
        assertThat(queue.discard()).isFalse();

        reader.leaves();
        assertThat(queue.discard()).isTrue();
        assertThat(queue.discard()).isFalse();
        assertThat(queue.attach(reader, NO_ID).outcome()).isEqualTo(Outcome.GONE);
        assertThat(add(queue, "late")).isEqualTo(Outcome.GONE);
    }

    @Test
    void small_messages_leave_together_and_large_ones_alone() {
        String large = "x".repeat(70_000);
        add(queue, "a", "b", large, "c");

        FakeReader reader = FakeReader.of(queue, NO_ID).reads();

        assertThat(reader.heard()).containsExactly("a", "b", large, "c");
        assertThat(reader.writes()).hasSize(3).allMatch(bytes -> bytes < 71_000);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void a_reader_that_is_dropped_again_and_again_gets_everything_once_and_in_order(long seed) {
        Random random = new Random(seed);
        List<String> heard = new ArrayList<>();
        List<String> said = new ArrayList<>();
        long confirmed = NO_ID;
        for (int round = 0; round < 500; round++) {
            for (int i = random.nextInt(20); i > 0; i--) {
                said.add("m" + said.size());
                add(queue, said.get(said.size() - 1));
            }
            FakeReader reader = FakeReader.of(queue, confirmed).reads().leaves();
            int arrived = random.nextInt(reader.heard().size() + 1);
            heard.addAll(reader.heard().subList(0, arrived));
            confirmed = heard.isEmpty() ? NO_ID : FIRST_ID + heard.size() - 1;
        }
        heard.addAll(FakeReader.of(queue, confirmed).reads().heard());

        assertThat(heard).as("seed %s", seed).isEqualTo(said);
    }

    @Test
    void writers_at_once_lose_nothing_and_keep_their_order() {
        FakeReader reader = FakeReader.of(queue, NO_ID);
        int writers = 4;
        int each = 2000;
        CompletableFuture<?> written = CompletableFuture.allOf(IntStream.range(0, writers)
                .mapToObj(writer -> CompletableFuture.runAsync(() -> IntStream.range(0, each)
                        .forEach(i -> add(queue, writer + " " + i))))
                .toArray(CompletableFuture[]::new));
        while (!written.isDone()) {
            reader.reads();
        }
        written.join();
        reader.reads();

        assertThat(reader.heard()).hasSize(writers * each);
        for (int writer = 0; writer < writers; writer++) {
            String prefix = writer + " ";
            assertThat(reader.heard().stream().filter(message -> message.startsWith(prefix)))
                    .containsExactlyElementsOf(IntStream.range(0, each).mapToObj(i -> prefix + i).toList());
        }
    }
}
