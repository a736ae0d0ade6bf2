package dev.hubcast.protocol;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Base64;
import org.msgpack.value.ValueType;

/**
 * {@code JsonValue}s in MessagePack, for those who use them as parameters and results. What JSON has no kind of value for becomes what it
 * is in the JSON protocol: bytes base64, a timestamp text.
 */
final class JsonValues {

    /** Kept, because to look it up is to look through the class path. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private JsonValues() {}

    /** The next value. */
    static JsonValue read(MessagePackInput in) {
        return switch (in.kind()) {
            case NIL -> {
                in.takeNull();
                yield JsonValue.NULL;
            }
            case BOOLEAN -> in.bool() ? JsonValue.TRUE : JsonValue.FALSE;
            case INTEGER -> JSON.createValue(in.bigInteger());
            case FLOAT -> JSON.createValue(in.decimal());
            case STRING -> JSON.createValue(in.string());
            case BINARY -> JSON.createValue(Base64.getEncoder().encodeToString(in.bytes()));
            case ARRAY -> array(in);
            case MAP -> object(in);
            case EXTENSION -> JSON.createValue(in.<Instant>moment(Instant::parse, instant -> instant).toString());
        };
    }

    private static JsonArray array(MessagePackInput in) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        if (in.openArray()) {
            do {
                array.add(read(in));
            } while (in.moreElements());
        }
        return array.build();
    }

    private static JsonObject object(MessagePackInput in) {
        JsonObjectBuilder object = JSON.createObjectBuilder();
        if (in.openObject()) {
            do {
                String name = in.kind() == ValueType.INTEGER ? in.bigInteger().toString() : in.name();
                object.add(name, read(in));
            } while (in.moreMembers());
        }
        return object.build();
    }

    /** Writes what JSON text says. */
    static void write(MessagePackOutput out, String text) {
        try (var reader = JSON.createReader(new StringReader(text))) {
            write(out, reader.readValue());
        }
    }

    static void write(MessagePackOutput out, JsonValue value) {
        switch (value.getValueType()) {
            case NULL -> out.nil();
            case TRUE -> out.bool(true);
            case FALSE -> out.bool(false);
            case STRING -> out.text(((JsonString) value).getString());
            case NUMBER -> number(out, (JsonNumber) value);
            case ARRAY -> {
                JsonArray array = value.asJsonArray();
                out.beginArray(array.size());
                array.forEach(element -> write(out, element));
            }
            case OBJECT -> {
                JsonObject object = value.asJsonObject();
                out.beginObject(object.size());
                object.forEach((name, member) -> {
                    out.text(name);
                    write(out, member);
                });
            }
        }
    }

    /** JSON's numbers have no type: an integer stays one where the format has it, everything else is a double as in JavaScript. */
    private static void number(MessagePackOutput out, JsonNumber number) {
        BigInteger integer = number.isIntegral() ? number.bigIntegerValue() : null;
        if (integer != null && MessagePackOutput.isInteger(integer)) {
            out.number(integer);
        } else {
            out.number(number.doubleValue());
        }
    }
}
