package dev.hubcast.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.connection.CallQueue.Kind;
import dev.hubcast.connection.CallQueue.Step;
import dev.hubcast.connection.CallQueue.Urgent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is no call passes a call that runs, and nothing else. */
class CallQueueBesideTest extends CallQueueByHand {

    CallQueueBesideTest() {
        super(1);
    }

    @Test
    void an_item_passes_a_call_that_is_pending() {
        CompletableFuture<Void> end = new CompletableFuture<>();
        calls.add(List.of(step(Kind.CALL, "call", end), step(Kind.BESIDE, "item", null)));
        run();

        assertThat(ran).containsExactly("call", "item");
        assertThat(calls.busy()).isTrue();
        end.complete(null);
        assertThat(calls.busy()).isFalse();
    }

    @Test
    void an_item_waits_for_the_method_of_a_call_to_return() {
        calls.add(List.of(new Does(Kind.CALL, () -> {
            ran.add("begins");
            calls.add(List.of(step(Kind.BESIDE, "item", null)));
            assertThat(workers.waiting() + relays.waiting()).isZero();
            ran.add("ends");
            return null;
        })));
        run();

        assertThat(ran).containsExactly("begins", "ends", "item");
    }

    @Test
    void a_call_that_keeps_its_worker_but_not_its_turn_is_passed_by_items_on_a_relay() {
        Step[] call = new Step[1];
        call[0] = new Does(Kind.CALL, () -> {
            ran.add("begins");
            calls.giveUpTurn(call[0], 1);
            assertThat(workers.waiting()).isZero();
            assertThat(workers.replaced()).isEqualTo(1);
            relays.runAll();
            ran.add("ends");
            return null;
        });
        calls.add(List.of(call[0], step(Kind.BESIDE, "item", null)));
        run();

        assertThat(ran).containsExactly("begins", "item", "ends");
        assertThat(calls.busy()).isFalse();
        assertThat(workers.replaced()).isZero();
    }

    @Test
    void nothing_passes_what_waits_for_the_call() {
        CompletableFuture<Void> end = new CompletableFuture<>();
        calls.add(List.of(step(Kind.CALL, "first", end), step(Kind.CALL, "second", null), step(Kind.BESIDE, "item", null),
                step(Kind.ALONE, "last", null)));
        run();
        assertThat(ran).containsExactly("first");

        end.complete(null);
        run();
        assertThat(ran).containsExactlyInAnyOrder("first", "second", "item", "last").startsWith("first").endsWith("last");
    }

    @Test
    void a_call_waits_for_an_item_that_has_no_room() {
        CompletableFuture<Void> room = new CompletableFuture<>();
        calls.add(List.of(step(Kind.BESIDE, "item", room), step(Kind.CALL, "call", null)));
        run();
        assertThat(ran).containsExactly("item");

        room.complete(null);
        run();
        assertThat(ran).containsExactly("item", "call");
    }

    @Test
    void a_relay_leaves_calls_to_the_workers() {
        CompletableFuture<Void> end = new CompletableFuture<>();
        calls.add(List.of(step(Kind.CALL, "first", end)));
        run();
        calls.add(List.of(new Does(Kind.BESIDE, () -> {
            end.complete(null);
            return null;
        }), step(Kind.CALL, "second", null)));
        relays.runAll();
        assertThat(ran).containsExactly("first");

        workers.runAll();
        assertThat(ran).containsExactly("first", "second");
        assertThat(calls.busy()).isFalse();
    }

    @Test
    void a_call_that_gives_up_its_turn_lets_the_next_one_begin() {
        CompletableFuture<Void> end = new CompletableFuture<>();
        Step first = step(Kind.CALL, "first", end);
        calls.add(List.of(first, step(Kind.CALL, "second", new CompletableFuture<>()), step(Kind.CALL, "third", null)));
        run();
        calls.giveUpTurn(first, 1);
        calls.giveUpTurn(first, 1);
        run();
        assertThat(ran).containsExactly("first", "second");
        assertThat(workers.replaced()).as("its method had returned").isZero();

        end.complete(null);
        run();
        assertThat(ran).as("the end of the first gives up no other's turn").containsExactly("first", "second");
    }

    @Test
    void no_more_calls_than_that_give_up_their_turn() {
        CompletableFuture<Void> end = new CompletableFuture<>();
        Step first = step(Kind.CALL, "first", end);
        Step second = step(Kind.CALL, "second", new CompletableFuture<>());
        calls.add(List.of(first, second, step(Kind.CALL, "third", null)));
        run();
        assertThat(calls.giveUpTurn(first, 1)).isTrue();
        run();
        assertThat(calls.giveUpTurn(second, 1)).isFalse();
        run();
        assertThat(ran).containsExactly("first", "second");

        end.complete(null);
        assertThat(calls.giveUpTurn(second, 1)).isTrue();
        run();
        assertThat(ran).containsExactly("first", "second", "third");
    }

    @Test
    void what_is_no_call_needs_no_worker() {
        calls.add(List.of(step(Kind.BESIDE, "item", null)));
        relays.runAll();

        assertThat(ran).containsExactly("item");
        assertThat(workers.waiting()).isZero();
    }

    /** Can be done as soon as what it cancels has begun. */
    private Urgent cancellation(String name, String of) {
        return new Urgent() {

            @Override
            public boolean tryNow() {
                return ran.contains(of) && ran.add(name);
            }

            @Override
            public CompletionStage<?> run() {
                ran.add(name + " in its turn");
                return null;
            }

            @Override
            public int bytes() {
                return 1000;
            }

            @Override
            public Kind kind() {
                return Kind.BESIDE;
            }
        };
    }

    @Test
    void a_cancellation_passes_everything_once_what_it_cancels_has_begun() {
        CompletableFuture<Void> end = new CompletableFuture<>();
        assertThat(calls.add(List.of(step(Kind.CALL, "first", end), step(Kind.CALL, "second", null), cancellation("cancelled", "first"),
                cancellation("no such call", "none")))).isFalse();
        run();
        assertThat(ran).containsExactly("first", "cancelled");
        assertThat(calls.add(List.of())).as("room where it was").isTrue();
        calls.add(List.of(cancellation("cancelled again", "first")));
        assertThat(ran).as("at once").containsExactly("first", "cancelled", "cancelled again");

        end.complete(null);
        run();
        assertThat(ran).containsExactly("first", "cancelled", "cancelled again", "second", "no such call in its turn");
    }

    @Test
    void a_cancellation_passes_an_item_that_has_no_room() {
        calls.add(List.of(step(Kind.BESIDE, "call", null), step(Kind.BESIDE, "item", new CompletableFuture<>()),
                cancellation("cancelled", "call")));
        run();

        assertThat(ran).containsExactly("call", "item", "cancelled");
    }

    @Test
    void whatever_the_threads_do_calls_never_overlap_and_everything_keeps_its_order() {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            CallQueue racing = new CallQueue(threads::execute, threads, new BurstWatch(clock, clock), 1, Integer.MAX_VALUE);
            AtomicInteger running = new AtomicInteger();
            AtomicInteger atATime = new AtomicInteger();
            List<Integer> begun = new ArrayList<>();
            int steps = 30_000;
            for (int i = 0; i < steps; i++) {
                int number = i;
                Kind kind = Kind.values()[ThreadLocalRandom.current().nextInt(3)];
                racing.add(List.of(new Does(kind, () -> {
                    synchronized (begun) {
                        begun.add(number);
                    }
                    if (kind == Kind.BESIDE) {
                        return ThreadLocalRandom.current().nextBoolean() ? null : CompletableFuture.runAsync(() -> { }, threads);
                    }
                    atATime.accumulateAndGet(running.incrementAndGet(), Math::max);
                    return CompletableFuture.runAsync(running::decrementAndGet, threads);
                })));
            }
            CompletableFuture<Void> last = new CompletableFuture<>();
            racing.add(List.of(() -> {
                last.complete(null);
                return null;
            }));
            Eventually.value(last);

            assertThat(begun).isEqualTo(IntStream.range(0, steps).boxed().toList());
            assertThat(atATime).hasValue(1);
            Eventually.holds(() -> assertThat(racing.busy()).isFalse());
        } finally {
            threads.shutdownNow();
        }
    }
}
