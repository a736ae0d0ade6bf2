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
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Strict readers for types that are one value. */
final class Scalars {

    private static final Map<Type, ValueReader> BASIC = new HashMap<>();
    private static final Map<Type, ValueReader> VALUES = new HashMap<>();

    static {
        BASIC.put(String.class, orNull(ValueInput::string));
        both(boolean.class, Boolean.class, ValueInput::bool);
        both(byte.class, Byte.class, in -> (byte) integer(in, Byte.MIN_VALUE, Byte.MAX_VALUE));
        both(short.class, Short.class, in -> (short) integer(in, Short.MIN_VALUE, Short.MAX_VALUE));
        both(int.class, Integer.class, in -> (int) integer(in, Integer.MIN_VALUE, Integer.MAX_VALUE));
        both(long.class, Long.class, ValueInput::integer);
        both(double.class, Double.class, ValueInput::doubleNumber);
        both(float.class, Float.class, ValueInput::floatNumber);
        both(char.class, Character.class, ValueInput::character);
        BASIC.put(BigInteger.class, orNull(ValueInput::bigInteger));
        BASIC.put(BigDecimal.class, orNull(ValueInput::decimal));

        VALUES.put(byte[].class, orNull(ValueInput::bytes));
        VALUES.put(UUID.class, text(Scalars::uuid));
        VALUES.put(Instant.class, moment(Instant::parse, instant -> instant));
        VALUES.put(LocalDate.class, text(LocalDate::parse));
        VALUES.put(LocalTime.class, text(LocalTime::parse));
        VALUES.put(LocalDateTime.class, moment(LocalDateTime::parse, instant -> LocalDateTime.ofInstant(instant, ZoneOffset.UTC)));
        VALUES.put(OffsetDateTime.class, moment(OffsetDateTime::parse, instant -> instant.atOffset(ZoneOffset.UTC)));
        VALUES.put(ZonedDateTime.class, moment(ZonedDateTime::parse, instant -> instant.atZone(ZoneOffset.UTC)));
        VALUES.put(Duration.class, text(Duration::parse));
        VALUES.put(Period.class, text(Period::parse));
    }

    private Scalars() {}

    /** The reader for a string, number or boolean; null for another type. */
    static ValueReader basic(Type type) {
        return BASIC.get(type);
    }

    /** The reader for a type that is text, bytes or a point in time; null for another type. */
    static ValueReader valueType(Type type) {
        if (type instanceof Class<?> enumeration && enumeration.isEnum()) {
            Map<String, Object> constants = new HashMap<>();
            for (Object constant : enumeration.getEnumConstants()) {
                constants.put(((Enum<?>) constant).name(), constant);
            }
            return text(name -> known(constants.get(name)));
        }
        return VALUES.get(type);
    }

    private static void both(Class<?> primitive, Class<?> boxed, ValueReader reader) {
        BASIC.put(primitive, reader);
        BASIC.put(boxed, orNull(reader));
    }

    private static ValueReader orNull(ValueReader reader) {
        return in -> in.takeNull() ? null : reader.read(in);
    }

    private static ValueReader text(Function<String, Object> parse) {
        return orNull(in -> parse.apply(in.string()));
    }

    private static <T> ValueReader moment(Function<String, T> fromText, Function<Instant, T> fromInstant) {
        return orNull(in -> in.moment(fromText, fromInstant));
    }

    private static long integer(ValueInput in, long min, long max) {
        long value = in.integer();
        if (value < min || value > max) {
            throw new IllegalArgumentException("not an integer in range");
        }
        return value;
    }

    private static UUID uuid(String text) {
        UUID uuid = UUID.fromString(text);
        if (!uuid.toString().equalsIgnoreCase(text)) { // fromString fills up and cuts off what has its dashes elsewhere
            throw new IllegalArgumentException("not a UUID");
        }
        return uuid;
    }

    private static Object known(Object constant) {
        if (constant == null) {
            throw new IllegalArgumentException("no such constant");
        }
        return constant;
    }
}
