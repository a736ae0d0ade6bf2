package dev.hubcast.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.connection.CallQueue.Kind;
import dev.hubcast.connection.CallQueue.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two calls of a connection at a time. */
class CallQueueParallelTest extends CallQueueByHand {

    CallQueueParallelTest() {
        super(2);
    }

    private Step call(String name, CompletionStage<?> until) {
        return step(Kind.CALL, name, until);
    }

    /** A call in whose method other threads come to do what they can. */
    private Step callAmidstOthers(String name) {
        return new Does(Kind.CALL, () -> {
            ran.add(name + " begins");
            run();
            ran.add(name + " ends");
            return null;
        });
    }

    @Test
    void so_many_calls_are_pending_and_the_next_waits_for_one_that_ends() {
        CompletableFuture<Void> first = new CompletableFuture<>();
        CompletableFuture<Void> second = new CompletableFuture<>();
        calls.add(List.of(call("first", first), call("second", second), call("third", new CompletableFuture<>()), call("fourth", null)));
        run();
        assertThat(ran).containsExactly("first", "second");

        second.complete(null);
        run();
        assertThat(ran).containsExactly("first", "second", "third");
        first.complete(null);
        run();
        assertThat(ran).containsExactly("first", "second", "third", "fourth");
        assertThat(calls.busy()).as("the third is pending").isTrue();
    }

    @Test
    void a_call_begins_while_the_method_of_the_one_before_it_runs() {
        calls.add(List.of(callAmidstOthers("first"), call("second", null)));
        run();

        assertThat(ran).containsExactly("first begins", "second", "first ends");
        assertThat(calls.busy()).isFalse();
    }

    @Test
    void a_call_that_comes_alone_needs_one_worker() {
        calls.add(List.of(call("first", null)));
        assertThat(workers.waiting()).isEqualTo(1);
        workers.runOne();

        assertThat(ran).containsExactly("first");
        assertThat(workers.waiting() + relays.waiting()).isZero();
    }

    @Test
    void the_third_waits_while_two_methods_run() {
        calls.add(List.of(callAmidstOthers("first"), callAmidstOthers("second"), call("third", null), step(Kind.BESIDE, "item", null)));
        run();

        assertThat(ran).containsExactly("first begins", "second begins", "second ends", "third", "item", "first ends");
    }

    @Test
    void what_is_no_call_passes_methods_while_a_turn_is_free() {
        calls.add(List.of(callAmidstOthers("first"), step(Kind.BESIDE, "item", null)));
        run();

        assertThat(ran).containsExactly("first begins", "item", "first ends");
    }

    @Test
    void a_turn_that_becomes_free_is_taken_though_the_last_method_still_runs() {
        CompletableFuture<Void> first = new CompletableFuture<>();
        Step second = new Does(Kind.CALL, () -> {
            ran.add("second begins");
            run();
            assertThat(ran).as("no turn is free").containsExactly("first", "second begins");
            first.complete(null);
            run();
            ran.add("second ends");
            return null;
        });
        calls.add(List.of(call("first", first), second, call("third", null), step(Kind.BESIDE, "item", null)));
        run();

        assertThat(ran).containsExactly("first", "second begins", "third", "item", "second ends");
        assertThat(calls.busy()).isFalse();
    }

    @Test
    void what_is_alone_waits_for_all_of_them_and_they_for_it() {
        CompletableFuture<Void> first = new CompletableFuture<>();
        CompletableFuture<Void> second = new CompletableFuture<>();
        CompletableFuture<Void> alone = new CompletableFuture<>();
        calls.add(List.of(call("first", first), call("second", second), step(Kind.ALONE, "alone", alone), call("third", null)));
        first.complete(null);
        run();
        assertThat(ran).containsExactly("first", "second");

        second.complete(null);
        run();
        assertThat(ran).containsExactly("first", "second", "alone");
        alone.complete(null);
        run();
        assertThat(ran).containsExactly("first", "second", "alone", "third");
    }

    @Test
    void calls_that_give_up_their_turn_are_counted_apart_and_others_stand_in_for_their_workers() {
        Step[] waiting = new Step[2];
        for (int i = 0; i < 2; i++) {
            int number = i;
            waiting[i] = new Does(Kind.CALL, () -> {
                ran.add(number + " begins");
                assertThat(calls.giveUpTurn(waiting[number], 2)).isTrue();
                assertThat(workers.replaced()).isEqualTo(number + 1);
                run();
                ran.add(number + " ends");
                return null;
            });
        }
        Step third = new Does(Kind.CALL, () -> {
            ran.add("third");
            return new CompletableFuture<>();
        });
        calls.add(List.of(waiting[0], waiting[1], third, call("fourth", new CompletableFuture<>()), call("fifth", null)));
        run();

        assertThat(ran).containsExactly("0 begins", "1 begins", "third", "fourth", "1 ends", "0 ends");
        assertThat(workers.replaced()).isZero();
        assertThat(calls.giveUpTurn(third, 1)).as("none has by now").isTrue();
        run();
        assertThat(ran).endsWith("0 ends", "fifth");
    }

    @Test
    void no_more_give_up_their_turn_than_may() {
        Step first = call("first", new CompletableFuture<>());
        Step second = call("second", new CompletableFuture<>());
        calls.add(List.of(first, second));
        run();

        assertThat(calls.giveUpTurn(first, 1)).isTrue();
        assertThat(calls.giveUpTurn(first, 1)).as("again").isTrue();
        assertThat(calls.giveUpTurn(second, 1)).isFalse();
    }

    @Test
    void whatever_the_threads_do_no_more_than_so_many_overlap_and_nothing_is_lost() {
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            CallQueue racing = new CallQueue(threads::execute, threads, new BurstWatch(clock, clock), 3, Integer.MAX_VALUE);
            AtomicInteger running = new AtomicInteger();
            AtomicInteger atATime = new AtomicInteger();
            AtomicInteger beside = new AtomicInteger();
            List<Integer> begun = Collections.synchronizedList(new ArrayList<>());
            int steps = 30_000;
            for (int i = 0; i < steps; i++) {
                int number = i;
                Kind kind = i % 50 == 0 ? Kind.ALONE : ThreadLocalRandom.current().nextBoolean() ? Kind.CALL : Kind.BESIDE;
                boolean later = ThreadLocalRandom.current().nextBoolean();
                racing.add(List.of(new Does(kind, () -> {
                    begun.add(number);
                    if (kind == Kind.BESIDE) {
                        assertThat(beside.incrementAndGet()).isEqualTo(1);
                        beside.decrementAndGet();
                        return null;
                    }
                    int now = running.incrementAndGet();
                    atATime.accumulateAndGet(kind == Kind.ALONE ? now + 2 : now, Math::max);
                    if (later) {
                        return CompletableFuture.runAsync(running::decrementAndGet, threads);
                    }
                    running.decrementAndGet();
                    return null;
                })));
            }
            CompletableFuture<Void> last = new CompletableFuture<>();
            racing.add(List.of(() -> {
                last.complete(null);
                return null;
            }));
            Eventually.value(last);

            assertThat(begun).containsExactlyInAnyOrderElementsOf(IntStream.range(0, steps).boxed().toList());
            assertThat(atATime).hasValue(3);
            Eventually.holds(() -> assertThat(racing.busy()).isFalse());
        } finally {
            threads.shutdownNow();
        }
    }
}
