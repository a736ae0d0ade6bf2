package dev.hubcast.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Base64;
import java.util.stream.Collectors;

/**
 * What a step sends.
 *
 * @param bytes the content
 * @param binary whether a WebSocket sends it in a binary frame
 */
record Payload(byte[] bytes, boolean binary) {

    static Payload of(Step step, ServerIds ids) {
        JsonObject json = step.json();
        if (json.containsKey("msgpack")) {
            return new Payload(BinaryRecords.record(json.get("msgpack"), ids::fill), true);
        }
        if (json.containsKey("base64")) {
            return new Payload(Base64.getDecoder().decode(json.getString("base64")), true);
        }
        return new Payload(ids.fill(text(json)).getBytes(UTF_8), false);
    }

    String text() {
        return new String(bytes, UTF_8);
    }

    boolean isEmpty() {
        return bytes.length == 0;
    }

    private static String text(JsonObject step) {
        if (step.containsKey("json")) {
            return record(step.get("json"));
        }
        if (step.containsKey("jsons")) {
            return step.getJsonArray("jsons").stream().map(Payload::record).collect(Collectors.joining());
        }
        return step.getString("text", "");
    }

    private static String record(JsonValue json) {
        return json.toString() + Records.SEPARATOR;
    }
}
