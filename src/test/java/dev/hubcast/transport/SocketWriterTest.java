package dev.hubcast.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hubcast.connection.Eventually;
import dev.hubcast.connection.Transport.Sent;
import dev.hubcast.transport.FakeOutput.Server;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SocketWriterTest {

    private static final int MANY = 20_000;

    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private final List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
    private FakeOutput out;
    private SocketWriter writer;

    private void open(Server server) {
        out = new FakeOutput(server);
        writer = new SocketWriter(out, failures::add);
        out.setWriteListener(writer);
    }

    private static byte[] frame(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private Sent noting(String name) {
        return failure -> told.add(name + (failure == null ? "" : ": " + failure.getMessage()));
    }

    @ParameterizedTest
    @EnumSource
    void frames_are_written_in_order_and_each_is_told(Server server) {
        open(server);
        writer.write(frame("a"), noting("a"));
        writer.write(frame("b"), null);
        writer.write(frame("c"), noting("c"));

        assertThat(out.written()).containsExactly("a", "b", "c");
        assertThat(told).containsExactly("a", "c");
        assertThat(out.flushed()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void an_end_that_comes_before_the_server_listens_waits_for_that_and_for_what_can_be_written(Server server) {
        out = new FakeOutput(server);
        writer = new SocketWriter(out, failures::add);
        writer.write(frame("a"), noting("a"));
        writer.whenBegun(() -> told.add("end"));
        assertThat(told).isEmpty();

        out.setWriteListener(writer);
        writer.whenBegun(() -> told.add("later"));

        assertThat(told).containsExactly("a", "end", "later");
    }

    @ParameterizedTest
    @EnumSource
    void of_the_pongs_that_wait_only_the_newest_is_kept(Server server) {
        open(server);
        out.room(1);
        writer.write(frame("a"), noting("a"));
        for (int i = 0; i < MANY; i++) {
            writer.writePong(frame("pong" + i));
        }
        writer.write(frame("b"), noting("b"));
        writer.writePong(frame("last"));

        out.drained(MANY);

        assertThat(out.written()).containsExactly("a", "b", "last");
        assertThat(told).containsExactly("a", "b");
    }

    @ParameterizedTest
    @EnumSource
    void one_write_is_in_flight_until_the_server_is_ready_again(Server server) {
        open(server);
        out.room(1);
        writer.write(frame("a"), noting("a"));
        writer.write(frame("b"), noting("b"));
        writer.write(frame("c"), noting("c"));
        assertThat(out.written()).containsExactly("a");
        assertThat(told).isEmpty();

        out.drained(1);
        assertThat(out.written()).containsExactly("a", "b");
        assertThat(told).containsExactly("a");

        out.drained(5);
        assertThat(out.written()).containsExactly("a", "b", "c");
        assertThat(told).containsExactly("a", "b", "c");
    }

    @ParameterizedTest
    @EnumSource
    void a_server_that_is_not_ready_is_not_written_to(Server server) {
        open(server);
        out.room(0);
        writer.write(frame("a"), noting("a"));
        writer.write(frame("b"), noting("b"));
        assertThat(out.written()).isEmpty();

        out.drained(9);
        assertThat(out.written()).containsExactly("a", "b");
        assertThat(failures).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void what_is_written_before_the_server_listens_waits(Server server) {
        out = new FakeOutput(server);
        writer = new SocketWriter(out, failures::add);
        writer.write(frame("early"), noting("early"));
        assertThat(failures).isEmpty();

        out.setWriteListener(writer);

        assertThat(out.written()).containsExactly("early");
        assertThat(told).containsExactly("early");
    }

    @ParameterizedTest
    @EnumSource
    void who_writes_when_told_does_not_overflow_the_stack(Server server) {
        open(server);
        AtomicInteger left = new AtomicInteger(MANY);
        Sent again = new Sent() {
            @Override
            public void done(Throwable failure) {
                if (left.decrementAndGet() > 0) {
                    writer.write(frame("x"), this);
                }
            }
        };
        writer.write(frame("x"), again);

        assertThat(failures).isEmpty();
        assertThat(out.written()).hasSize(MANY);
        assertThat(left).hasValue(0);
    }

    @ParameterizedTest
    @EnumSource
    void what_is_written_from_a_callback_goes_behind_what_waits(Server server) {
        open(server);
        out.room(1);
        writer.write(frame("a"), failure -> writer.write(frame("c"), noting("c")));
        writer.write(frame("b"), noting("b"));
        out.drained(9);

        assertThat(out.written()).containsExactly("a", "b", "c");
        assertThat(told).containsExactly("b", "c");
    }

    @ParameterizedTest
    @EnumSource
    void many_threads_write_whole_frames_each_in_its_order(Server server) {
        open(server);
        int threads = 4;
        int each = MANY / threads;
        CountDownLatch done = new CountDownLatch(threads * each);
        out.room(10);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            for (int thread = 0; thread < threads; thread++) {
                String name = thread + " ";
                pool.execute(() -> IntStream.range(0, each).forEach(i -> writer.write(frame(name + i), failure -> {
                    told.add(name + i);
                    done.countDown();
                })));
            }
            long deadline = System.nanoTime() + Eventually.PATIENCE.toNanos();
            while (done.getCount() > 0 && System.nanoTime() < deadline) {
                out.drained(10); // the server's thread comes in between
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(failures).isEmpty();
        assertThat(done.getCount()).isZero();
        assertThat(told).as("told in the order of writing").isEqualTo(out.written());
        for (int thread = 0; thread < threads; thread++) {
            String name = thread + " ";
            assertThat(told.stream().filter(one -> one.startsWith(name)))
                    .containsExactlyElementsOf(IntStream.range(0, each).mapToObj(i -> name + i).toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_write_that_fails_ends_it_and_is_told(Server server) {
        open(server);
        IOException broken = new IOException("broken");
        out.failWith(broken);
        writer.write(frame("a"), noting("a"));

        assertThat(told).containsExactly("a: broken");
        assertThat(failures).containsExactly(broken);
    }

    @Test
    void a_failure_is_told_to_who_waits_too_once() {
        open(Server.UNDERTOW);
        out.room(1);
        writer.write(frame("a"), noting("a"));
        writer.write(frame("pong"), null);
        writer.write(frame("b"), noting("b"));

        writer.onError(new IOException("reset"));
        writer.die(new IOException("again"));
        out.drained(9);

        assertThat(out.written()).containsExactly("a");
        assertThat(told).containsExactly("a: reset", "b: reset");
        assertThat(failures).hasSize(1);
    }

    @Test
    void a_second_error_is_told_again_and_a_third_is_thrown_back_at_the_server() {
        open(Server.UNDERTOW);
        writer.onError(new IOException("reset"));
        writer.onError(new IOException("closed"));

        assertThatThrownBy(() -> writer.onError(new IOException("and again"))).isInstanceOf(IllegalStateException.class);
        assertThat(failures).hasSize(2);
    }

    @Test
    void writes_after_the_end_are_told_that_it_is_over() {
        open(Server.PAYARA);
        assertThat(writer.die(new IOException("aborted"))).isTrue();
        writer.write(frame("a"), noting("a"));
        writer.write(frame("b"), null);

        assertThat(out.written()).isEmpty();
        assertThat(told).containsExactly("a: The connection is gone.");
    }

    @Test
    void a_callback_that_throws_ends_the_connection() {
        open(Server.PAYARA);
        IllegalStateException mistake = new IllegalStateException("mistake");
        writer.write(frame("a"), failure -> {
            throw mistake;
        });

        assertThat(failures).containsExactly(mistake);
    }
}
