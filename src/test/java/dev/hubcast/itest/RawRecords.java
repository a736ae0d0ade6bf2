package dev.hubcast.itest;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;

/** The records that come to a client; pings are taken out. */
final class RawRecords {

    static final char SEPARATOR = 0x1E;
    private static final int PING = 6;

    private final RawTransport transport;
    private final boolean answersPings;
    private final Deque<JsonObject> records = new ArrayDeque<>();

    RawRecords(RawTransport transport, boolean answersPings) {
        this.transport = transport;
        this.answersPings = answersPings;
    }

    JsonObject next(String expected, Deadline deadline) {
        while (records.isEmpty()) {
            split(transport.receive(expected, deadline));
        }
        return records.removeFirst();
    }

    private void split(String text) {
        if (text.isEmpty() || text.charAt(text.length() - 1) != SEPARATOR) {
            throw new AssertionError("Expected whole records in each message; seen: " + text);
        }
        for (String record : text.split(String.valueOf(SEPARATOR))) {
            try (var reader = Json.createReader(new StringReader(record))) {
                keep(reader.readObject());
            }
        }
    }

    private void keep(JsonObject record) {
        if (record.getInt("type", 0) != PING) {
            records.addLast(record);
        } else if (answersPings) {
            transport.send(record.toString() + SEPARATOR);
        }
    }
}
