package dev.hubcast.showcase.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hubcast.EventQueues;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProcessesTest {

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final NotedQueues queues = new NotedQueues();
    private final Processes processes = new Processes();

    /** Notes what becomes of queues. */
    private static final class NotedQueues implements EventQueues {

        private final List<String> notes = new ArrayList<>();

        @Override
        public boolean open(Object queueId) {
            return notes.add("open " + queueId);
        }

        @Override
        public boolean enqueue(Object queueId, Object message) {
            return notes.add("%d%% %s".formatted(((Progress) message).percent(), queueId));
        }

        @Override
        public void close(Object queueId) {
            notes.add("close " + queueId);
        }

        @Override
        public boolean enqueueAll(Object queueId, Iterable<?> messages) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void enqueueAll(Iterable<?> messages) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void stream(Object queueId, HttpServletRequest request, HttpServletResponse response) {
            throw new UnsupportedOperationException();
        }
    }

    @BeforeEach
    void inject() {
        processes.queues = queues;
        processes.executor = executor(waiting::add);
    }

    private interface Execution {
        void take(Runnable task);
    }

    private static ManagedExecutorService executor(Execution execution) {
        Class<?>[] types = {ManagedExecutorService.class};
        return (ManagedExecutorService) Proxy.newProxyInstance(ProcessesTest.class.getClassLoader(), types,
                (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("execute");
                    execution.take((Runnable) arguments[0]);
                    return null;
                });
    }

    @Test
    void a_queue_is_open_before_its_process_runs_and_closed_behind_it() {
        String queueId = processes.start(3);
        assertThat(queues.notes).containsExactly("open " + queueId);

        waiting.remove().run();

        assertThat(queues.notes).endsWith("100% " + queueId, "close " + queueId);
    }

    @Test
    void no_more_than_a_few_run_at_once() {
        for (int i = 0; i < Processes.AT_ONCE; i++) {
            processes.start(3);
        }
        assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> processes.start(3));

        waiting.remove().run();

        assertThat(processes.start(3)).isNotNull();
    }

    @Test
    void a_process_that_the_server_has_no_thread_for_leaves_its_place_and_its_queue_ends() {
        processes.executor = executor(task -> {
            throw new RejectedExecutionException("no thread");
        });
        for (int i = 0; i <= Processes.AT_ONCE; i++) {
            assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> processes.start(3)).withMessage("no thread");
        }
        assertThat(queues.notes).last().asString().startsWith("close ");
    }

    @Test
    void the_end_of_the_application_ends_processes() {
        String queueId = processes.start(3000);

        processes.stop();
        waiting.remove().run();

        assertThat(queues.notes).containsExactly("open " + queueId, "close " + queueId);
    }
}
