package dev.hubcast.protocol;

import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Maps between MessagePack and Java's types. Classes are mapped by the rules and annotations of JSON Binding as in the JSON protocol, but
 * without JSON in between: {@code byte[]} is binary, a point in time is a timestamp, an enum its name, a {@code BigDecimal} text as
 * in the reference server.
 *
 * <p>With a {@link Jsonb} of the application's own, that mapping rules over everything but strings, numbers and booleans here too, so that
 * what it hides stays hidden whatever protocol a client chooses. It knows no other form than JSON, so MessagePack then carries the values
 * that JSON would: text for bytes and for points in time.
 */
public final class MessagePackMapping extends ValueMapping {

    private final Function<Class<?>, Object> adapters;
    private final Map<Class<?>, ClassWriter> writers = new ConcurrentHashMap<>();

    private MessagePackMapping(Function<Class<?>, Object> adapters, Jsonb ofApplication) {
        super(ofApplication);
        this.adapters = adapters;
    }

    /**
     * Hubcast's own mapping.
     *
     * @param adapters makes an instance of the application's {@code JsonbAdapter} or {@code PropertyVisibilityStrategy} of a class
     * @return the mapping
     */
    public static MessagePackMapping standard(Function<Class<?>, Object> adapters) {
        return new MessagePackMapping(adapters, null);
    }

    /**
     * The application's mapping.
     *
     * @param jsonb the application's bean, safe for use by several threads
     * @return the mapping
     */
    public static MessagePackMapping of(Jsonb jsonb) {
        return new MessagePackMapping(null, jsonb);
    }

    @Override
    ValueReader readerOfOthers(Type type) {
        Class<?> raw = GenericTypes.raw(type);
        if (JsonValue.class.isAssignableFrom(raw)) {
            return in -> raw.cast(JsonValues.read((MessagePackInput) in));
        }
        if (raw == Object.class) {
            return in -> Untyped.read((MessagePackInput) in);
        }
        ValueReader scalar = MoreScalars.readerFor(raw);
        if (scalar != null) {
            return scalar;
        }
        if (Collection.class.isAssignableFrom(raw) || Map.class.isAssignableFrom(raw) || Iterable.class == raw) {
            return Containers.readerFor(type, this);
        }
        return ClassReader.of(type, this);
    }

    @Override
    void writeOthers(ValueOutput output, Object value, int depth) {
        try {
            writeOthers((MessagePackOutput) output, value, depth);
        } catch (IllegalArgumentException e) {
            throw e;
        } catch (RuntimeException e) { // of the application's own code, or of a format that does not suit the value
            throw new IllegalArgumentException("A value of type " + value.getClass().getName() + " cannot be written as MessagePack: "
                    + e.getMessage(), e);
        }
    }

    private void writeOthers(MessagePackOutput out, Object value, int depth) {
        if (value instanceof JsonValue json) {
            JsonValues.write(out, json);
        } else if (value instanceof Map<?, ?> map) {
            Containers.write(out, map, depth, this);
        } else if (!MoreScalars.write(out, value)) {
            writers.computeIfAbsent(value.getClass(), type -> ClassWriter.of(type, this)).write(out, value, depth, this);
        }
    }

    @Override
    <T> T instanceOf(Class<T> type) {
        return type.cast(adapters.apply(type));
    }
}
