package dev.hubcast.itest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** A client that asks an {@link ObservedHub} what became of the others. */
public final class HubWatch {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final RawHubClient client;

    private HubWatch(RawHubClient client) {
        this.client = client;
    }

    /** Watches by this client, when those of earlier tests have gone and it is alone in the hub. */
    public static HubWatch alone(RawHubClient client) {
        HubWatch watch = new HubWatch(client);
        watch.awaitCounts("one connection, no group",
                counts -> connections(counts) == 1 && transports(counts) == 1 && groups(counts) == 0);
        return watch;
    }

    /** The client that watches. */
    public RawHubClient client() {
        return client;
    }

    /** Asks another client of the hub for its id. */
    public static String idOf(RawHubClient other) {
        return ((JsonString) other.invoke("id")).getString();
    }

    /** Whether {@code @OnClose} has run. */
    public boolean hasEnded(String id) {
        return client.invoke("hasEnded", id) == JsonValue.TRUE;
    }

    /** Once {@code @OnClose} has run, with this code and phrase, for the first and only time, the hub knows the connection no more. */
    public void assertEnded(String id, String reason, int connectionsLeft) {
        assertThat(awaitEnd(id)).isEqualTo(reason);
        assertGone(id, connectionsLeft);
    }

    /** The same of a connection that broke, for which each server has words of its own, or none. */
    public void assertBroken(String id, int connectionsLeft) {
        assertThat(awaitEnd(id)).startsWith("1006");
        assertGone(id, connectionsLeft);
    }

    /** Waits until {@code @OnClose} has run, and answers code and phrase. */
    public String awaitEnd(String id) {
        return client.completionOf(client.begin("end", id)).getString("result");
    }

    /** Whatever ended it, {@code @OnClose} has run once and the hub knows the connection no more. */
    public void assertGone(String id, int connectionsLeft) {
        JsonObject counts = counts();
        assertThat(connections(counts)).as("connections of %s", counts).isEqualTo(connectionsLeft);
        assertThat(groups(counts)).as("groups of %s", counts).isZero();
        assertThat(client.invoke("ends", id).asJsonArray()).as("runs of @OnClose").hasSize(1);
    }

    /** Nothing waits any more to be sent to a connection that has ended. */
    public void assertNothingQueued(String id) {
        assertThat(client.invoke("queued", id).toString()).as("records that wait").isEqualTo("0");
    }

    /** How many connections the hub has. */
    public int connections() {
        return connections(counts());
    }

    /** How many groups the hub has. */
    public int groups() {
        return groups(counts());
    }

    /** Waits until a poll of another connection waits at the server. */
    public void awaitPoll(String id) {
        await(() -> "a poll of " + id + " that waits", () -> client.invoke("pollWaits", id) == JsonValue.TRUE);
    }

    /** Waits until the server's WebSockets of so many connections are left. */
    public void awaitTransports(int expected) {
        awaitCounts(expected + " transports", counts -> transports(counts) == expected);
    }

    private void awaitCounts(String expected, Predicate<JsonObject> reached) {
        JsonObject[] seen = new JsonObject[1];
        await(() -> expected + "; seen: " + seen[0], () -> {
            seen[0] = counts();
            return reached.test(seen[0]);
        });
    }

    /** Waits until something is so; the words are for the failure. */
    public static void await(Supplier<String> expected, BooleanSupplier reached) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!reached.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Expected within " + PATIENCE.toSeconds() + " s " + expected.get());
            }
        }
    }

    private JsonObject counts() {
        return client.invoke("counts").asJsonObject();
    }

    private static int connections(JsonObject counts) {
        return counts.getInt("connections");
    }

    private static int groups(JsonObject counts) {
        return counts.getInt("groups");
    }

    private static int transports(JsonObject counts) {
        return counts.getInt("transports");
    }
}
