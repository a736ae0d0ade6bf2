package dev.hubcast.protocol;

import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Strict readers for types that are one JSON value. */
final class JsonScalars {

    private static final Map<Type, JsonValueReader> BASIC = new HashMap<>();
    private static final Map<Type, JsonValueReader> VALUES = new HashMap<>();

    static {
        BASIC.put(String.class, orNull(JsonReader::string));
        both(boolean.class, Boolean.class, JsonReader::bool);
        both(byte.class, Byte.class, json -> (byte) integer(json, Byte.MIN_VALUE, Byte.MAX_VALUE));
        both(short.class, Short.class, json -> (short) integer(json, Short.MIN_VALUE, Short.MAX_VALUE));
        both(int.class, Integer.class, json -> (int) integer(json, Integer.MIN_VALUE, Integer.MAX_VALUE));
        both(long.class, Long.class, JsonReader::integer);
        both(double.class, Double.class, json -> finite(Double.parseDouble(json.number())));
        both(float.class, Float.class, json -> (float) finite(Float.parseFloat(json.number())));
        both(char.class, Character.class, json -> character(json.string()));
        BASIC.put(BigInteger.class, orNull(json -> new BigInteger(json.bigNumber())));
        BASIC.put(BigDecimal.class, orNull(JsonReader::decimal));

        VALUES.put(byte[].class, text(Base64.getDecoder()::decode));
        VALUES.put(UUID.class, text(JsonScalars::uuid));
        VALUES.put(Instant.class, text(Instant::parse));
        VALUES.put(LocalDate.class, text(LocalDate::parse));
        VALUES.put(LocalTime.class, text(LocalTime::parse));
        VALUES.put(LocalDateTime.class, text(LocalDateTime::parse));
        VALUES.put(OffsetDateTime.class, text(OffsetDateTime::parse));
        VALUES.put(ZonedDateTime.class, text(ZonedDateTime::parse));
        VALUES.put(Duration.class, text(Duration::parse));
        VALUES.put(Period.class, text(Period::parse));
    }

    private JsonScalars() {}

    /** The reader for a string, number or boolean; null for another type. */
    static JsonValueReader basic(Type type) {
        return BASIC.get(type);
    }

    /** The reader for a type that JSON has as text; null for another type. */
    static JsonValueReader valueType(Type type) {
        if (type instanceof Class<?> enumeration && enumeration.isEnum()) {
            Map<String, Object> constants = new HashMap<>();
            for (Object constant : enumeration.getEnumConstants()) {
                constants.put(((Enum<?>) constant).name(), constant);
            }
            return text(name -> known(constants.get(name)));
        }
        return VALUES.get(type);
    }

    private static void both(Class<?> primitive, Class<?> boxed, JsonValueReader reader) {
        BASIC.put(primitive, reader);
        BASIC.put(boxed, orNull(reader));
    }

    private static JsonValueReader orNull(JsonValueReader reader) {
        return json -> json.takeNull() ? null : reader.read(json);
    }

    private static JsonValueReader text(Function<String, Object> parse) {
        return orNull(json -> parse.apply(json.string()));
    }

    private static long integer(JsonReader json, long min, long max) {
        long value = json.integer();
        if (value < min || value > max) {
            throw new JsonSyntaxException("not an integer in range");
        }
        return value;
    }

    private static double finite(double value) {
        if (!Double.isFinite(value)) {
            throw new JsonSyntaxException("number out of range");
        }
        return value;
    }

    private static char character(String text) {
        if (text.length() != 1) {
            throw new JsonSyntaxException("one character expected");
        }
        return text.charAt(0);
    }

    private static UUID uuid(String text) {
        UUID uuid = UUID.fromString(text);
        if (!uuid.toString().equalsIgnoreCase(text)) { // fromString fills up and cuts off what has its dashes elsewhere
            throw new JsonSyntaxException("not a UUID");
        }
        return uuid;
    }

    private static Object known(Object constant) {
        if (constant == null) {
            throw new JsonSyntaxException("no such constant");
        }
        return constant;
    }
}
