package dev.hubcast.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PacedSendingTest {

    private static final int AT_A_TIME = 100;
    private static final int PAUSE_MILLIS = 10;
    private static final int MOST_PAUSES = 100;

    private final HandExecutor workers = new HandExecutor();
    private final HandClock clock = new HandClock();
    private final List<Integer> sent = new ArrayList<>();
    private boolean behind;
    private final PacedSending paced = new PacedSending(new HubThreads(workers, workers, workers, workers, workers, clock), () -> behind);

    private List<Runnable> messages(int from, int to) {
        return IntStream.range(from, to).<Runnable>mapToObj(number -> () -> sent.add(number)).toList();
    }

    private void assertSent(int count) {
        assertThat(sent).isEqualTo(IntStream.range(0, count).boxed().toList());
    }

    @Test
    void few_messages_are_sent_by_the_calling_thread() {
        behind = true;
        paced.send(messages(0, AT_A_TIME));

        assertSent(AT_A_TIME);
        assertThat(workers.waiting()).isZero();
    }

    @Test
    void many_are_sent_by_workers_some_at_a_time() {
        paced.send(messages(0, 3 * AT_A_TIME));
        assertSent(AT_A_TIME);
        workers.runOne();
        assertSent(2 * AT_A_TIME);
        workers.runAll();

        assertSent(3 * AT_A_TIME);
    }

    @Test
    void what_comes_later_is_sent_later() {
        paced.send(messages(0, AT_A_TIME + 1));
        paced.send(messages(AT_A_TIME + 1, AT_A_TIME + 2));
        assertSent(AT_A_TIME);
        workers.runAll();
        assertSent(AT_A_TIME + 2);

        paced.send(messages(AT_A_TIME + 2, AT_A_TIME + 3));
        assertSent(AT_A_TIME + 3);
    }

    @Test
    void clients_that_are_behind_are_waited_for() {
        paced.send(messages(0, 3 * AT_A_TIME));
        behind = true;
        for (int pause = 0; pause < 3; pause++) {
            workers.runAll();
            assertSent(AT_A_TIME);
            clock.pass(PAUSE_MILLIS);
        }
        behind = false;
        workers.runAll();

        assertSent(3 * AT_A_TIME);
    }

    @Test
    void a_client_that_does_not_read_holds_the_others_up_for_a_while_and_no_longer() {
        behind = true;
        paced.send(messages(0, 5 * AT_A_TIME));
        for (int pause = 0; pause < MOST_PAUSES; pause++) {
            workers.runAll();
            clock.pass(PAUSE_MILLIS);
        }
        assertSent(AT_A_TIME);
        workers.runAll();

        assertSent(5 * AT_A_TIME);
    }

    @Test
    void a_message_that_fails_keeps_no_other_from_being_sent() {
        List<Runnable> messages = new ArrayList<>(messages(0, 2));
        messages.add(1, () -> {
            throw new IllegalStateException("cannot be sent");
        });
        paced.send(messages);

        assertSent(2);
    }
}
