package dev.hubcast.conformance;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** What one connection received and how it ended. Pings are left out: they come when they come. */
final class Inbox {

    /** More than any exchange has: a receive of so many ends with the time or the connection. */
    static final int EVERYTHING = Integer.MAX_VALUE;

    private static final Set<JsonValue> PINGS = Set.of(
            Json.createObjectBuilder().add("type", 6).build(),
            Json.createObjectBuilder().add("msgpack", Json.createArrayBuilder().add(6)).build());

    private final List<JsonValue> messages = new ArrayList<>();
    private JsonObject closed;

    synchronized void put(List<? extends JsonValue> received) {
        received.stream().filter(message -> !PINGS.contains(message)).forEach(messages::add);
        notifyAll();
    }

    /** The connection has ended; only the first report counts. */
    synchronized void end(JsonObject how) {
        if (closed == null) {
            closed = how;
            notifyAll();
        }
    }

    /** Takes up to so many messages, fewer if the time is over or the connection has ended. */
    synchronized List<JsonValue> receive(int count, Duration within) throws InterruptedException {
        long end = System.nanoTime() + within.toNanos();
        for (long left = within.toNanos(); messages.size() < count && closed == null && left > 0; left = end - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        List<JsonValue> taken = messages.subList(0, Math.min(count, messages.size()));
        List<JsonValue> received = List.copyOf(taken);
        taken.clear();
        return received;
    }

    /** How the connection ended, {@link JsonValue#NULL} while it lives. */
    synchronized JsonValue closed() {
        return closed == null ? JsonValue.NULL : closed;
    }
}
