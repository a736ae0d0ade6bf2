package dev.hubcast.conformance;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessageUnpacker;
import org.msgpack.value.Value;

/** The records of SignalR's MessagePack protocol, each behind its length, and how a transcript shows them. */
final class BinaryRecords {

    private static final BigDecimal GREATEST_INTEGER_OF_JAVASCRIPT = BigDecimal.valueOf((1L << 53) - 1);

    private BinaryRecords() {}

    /** The records in a message. */
    static List<JsonValue> of(byte[] message) {
        List<JsonValue> records = new ArrayList<>();
        int at = 0;
        while (at < message.length) {
            int size = 0;
            int shift = 0;
            int part;
            do {
                part = message[at++];
                size |= (part & 0x7f) << shift;
                shift += 7;
            } while (part < 0);
            records.add(Json.createObjectBuilder().add("msgpack", value(message, at, size)).build());
            at += size;
        }
        return records;
    }

    private static JsonValue value(byte[] message, int from, int size) {
        try (MessageUnpacker unpacker = MessagePack.newDefaultUnpacker(message, from, size)) {
            return shown(unpacker.unpackValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonValue shown(Value value) {
        return switch (value.getValueType()) {
            case NIL -> JsonValue.NULL;
            case BOOLEAN -> value.asBooleanValue().getBoolean() ? JsonValue.TRUE : JsonValue.FALSE;
            case INTEGER -> Json.createValue(value.asIntegerValue().asBigInteger());
            case FLOAT -> Json.createValue(value.asFloatValue().toDouble());
            case STRING -> Json.createValue(value.asStringValue().asString());
            case BINARY -> Json.createObjectBuilder()
                    .add("bytes", Base64.getEncoder().encodeToString(value.asBinaryValue().asByteArray())).build();
            case ARRAY -> {
                JsonArrayBuilder array = Json.createArrayBuilder();
                value.asArrayValue().forEach(element -> array.add(shown(element)));
                yield array.build();
            }
            case MAP -> {
                JsonObjectBuilder object = Json.createObjectBuilder();
                value.asMapValue().entrySet().forEach(entry -> object.add(entry.getKey().toString(), shown(entry.getValue())));
                yield object.build();
            }
            case EXTENSION -> Json.createObjectBuilder().add("date", ofJavaScript(value.asTimestampValue().toInstant())).build();
        };
    }

    private static String ofJavaScript(Instant instant) {
        return new DateTimeFormatterBuilder().appendInstant(3).toFormatter().format(instant);
    }

    /** A record of what a transcript shows, with the ids that the server gave filled in. */
    static byte[] record(JsonValue shown, UnaryOperator<String> fill) {
        try (MessageBufferPacker packer = MessagePack.newDefaultBufferPacker()) {
            pack(packer, shown, fill);
            byte[] message = packer.toByteArray();
            ByteArrayOutputStream record = new ByteArrayOutputStream();
            int rest = message.length;
            do {
                record.write(rest > 0x7f ? rest & 0x7f | 0x80 : rest);
                rest >>= 7;
            } while (rest > 0);
            record.writeBytes(message);
            return record.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pack(MessageBufferPacker packer, JsonValue value, UnaryOperator<String> fill) throws IOException {
        switch (value.getValueType()) {
            case NULL -> packer.packNil();
            case TRUE, FALSE -> packer.packBoolean(value == JsonValue.TRUE);
            case STRING -> packer.packString(fill.apply(((JsonString) value).getString()));
            case NUMBER -> packNumber(packer, ((JsonNumber) value).bigDecimalValue());
            case ARRAY -> {
                packer.packArrayHeader(value.asJsonArray().size());
                for (JsonValue element : value.asJsonArray()) {
                    pack(packer, element, fill);
                }
            }
            case OBJECT -> packObject(packer, value.asJsonObject(), fill);
        }
    }

    /** As JavaScript does, which has one kind of number. */
    private static void packNumber(MessageBufferPacker packer, BigDecimal number) throws IOException {
        boolean integer = number.stripTrailingZeros().scale() <= 0 && number.abs().compareTo(GREATEST_INTEGER_OF_JAVASCRIPT) <= 0;
        if (integer) {
            packer.packLong(number.longValueExact());
        } else {
            packer.packDouble(number.doubleValue());
        }
    }

    private static void packObject(MessageBufferPacker packer, JsonObject object, UnaryOperator<String> fill) throws IOException {
        if (object.containsKey("date")) {
            packer.packTimestamp(Instant.parse(object.getString("date")));
            return;
        }
        packer.packMapHeader(object.size());
        for (var member : object.entrySet()) {
            packer.packString(member.getKey());
            pack(packer, member.getValue(), fill);
        }
    }
}
