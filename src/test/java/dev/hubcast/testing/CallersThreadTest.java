package dev.hubcast.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallersThreadTest {

    private final CallersThread thread = new CallersThread();
    private final List<String> done = new ArrayList<>();

    @Test
    void a_task_is_done_when_it_was_brought() {
        thread.execute(() -> done.add("task"));

        assertThat(done).containsExactly("task");
    }

    @Test
    void tasks_out_of_a_task_run_behind_it_in_their_order() {
        thread.execute(() -> {
            thread.execute(() -> {
                thread.execute(() -> done.add("third"));
                done.add("first");
            });
            thread.execute(() -> done.add("second"));
            done.add("task");
        });

        assertThat(done).containsExactly("task", "first", "second", "third");
    }

    @Test
    void who_waits_for_a_task_hears_when_everything_is_done() {
        thread.execute(() -> {
            thread.afterwards(() -> done.add("told"));
            thread.execute(() -> done.add("behind"));
        });

        assertThat(done).containsExactly("behind", "told");
    }

    @Test
    void who_hears_outside_a_task_hears_at_once() {
        thread.afterwards(() -> done.add("told"));

        assertThat(done).containsExactly("told");
    }

    @Test
    void a_task_that_fails_leaves_nothing_behind() {
        Runnable failing = () -> {
            throw new IllegalStateException("no");
        };

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> thread.execute(failing));
        thread.execute(() -> done.add("task"));

        assertThat(done).containsExactly("task");
    }
}
