package dev.hubcast.itest;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;

/** The records that come over a WebSocket; pings are taken out. */
final class RawRecords {

    static final char SEPARATOR = 0x1E;
    private static final int PING = 6;

    private final RawWebSocket socket;
    private final boolean answersPings;
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();
    private final Deque<JsonObject> records = new ArrayDeque<>();

    RawRecords(RawWebSocket socket, boolean answersPings) {
        this.socket = socket;
        this.answersPings = answersPings;
    }

    JsonObject next(String expected, Deadline deadline) {
        while (records.isEmpty()) {
            accept(socket.receive(expected, deadline), expected);
        }
        return records.removeFirst();
    }

    private void accept(Frame frame, String expected) {
        switch (frame.opcode()) {
            case Frame.TEXT, Frame.CONTINUATION -> {
                message.writeBytes(frame.payload());
                if (frame.fin()) {
                    split(message.toString(UTF_8));
                    message.reset();
                }
            }
            case Frame.PING -> {
                if (answersPings) {
                    socket.send(Frame.of(Frame.PONG, frame.payload()));
                }
            }
            default -> throw new AssertionError("Expected " + expected + "; seen: " + frame);
        }
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
            socket.send(Frame.text(record.toString() + SEPARATOR));
        }
    }
}
