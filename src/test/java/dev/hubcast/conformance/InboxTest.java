package dev.hubcast.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class InboxTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(20);
    private static final JsonValue A = Json.createValue("a");
    private static final JsonValue B = Json.createValue("b");

    private final Inbox inbox = new Inbox();

    @Test
    void messages_are_received_in_order_and_once() throws InterruptedException {
        inbox.put(List.of(A, B));

        assertThat(inbox.receive(1, LONG)).containsExactly(A);
        assertThat(inbox.receive(1, LONG)).containsExactly(B);
        assertThat(inbox.receive(1, SHORT)).isEmpty();
    }

    @Test
    void a_receive_ends_when_enough_has_come() {
        CompletableFuture.runAsync(() -> {
            inbox.put(List.of(A));
            inbox.put(List.of(B));
        });

        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(10), () -> inbox.receive(2, LONG))).containsExactly(A, B);
    }

    @Test
    void a_receive_of_everything_runs_out_of_time_while_the_connection_lives() throws InterruptedException {
        inbox.put(List.of(A));
        long start = System.nanoTime();

        assertThat(inbox.receive(Inbox.EVERYTHING, SHORT)).containsExactly(A);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(SHORT);
        assertThat(inbox.closed()).isEqualTo(JsonValue.NULL);
    }

    @Test
    void a_receive_ends_with_the_connection() {
        JsonObject ending = Json.createObjectBuilder().add("code", 1000).build();
        inbox.put(List.of(A));
        inbox.end(ending);
        inbox.end(Json.createObjectBuilder().add("code", 1006).build());

        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(10), () -> inbox.receive(Inbox.EVERYTHING, LONG))).containsExactly(A);
        assertThat(inbox.closed()).isEqualTo(ending);
    }

    @Test
    void pings_are_left_out() throws InterruptedException {
        inbox.put(List.of(Json.createObjectBuilder().add("type", 6).build(), A));

        assertThat(inbox.receive(Inbox.EVERYTHING, SHORT)).containsExactly(A);
    }
}
