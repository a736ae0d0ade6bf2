package dev.hubcast.protocol;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.BinaryDataStrategy;
import jakarta.json.bind.config.PropertyNamingStrategy;
import java.lang.reflect.Type;
import java.util.function.Function;

/** Maps between JSON and Java's types; what is neither simple nor made of simple types, by Jakarta JSON Binding. */
public final class JsonMapping extends ValueMapping {

    private final Jsonb jsonb;
    private final Function<Class<?>, Object> adapters;

    private JsonMapping(Jsonb jsonb, Function<Class<?>, Object> adapters, Jsonb ofApplication) {
        super(ofApplication);
        this.jsonb = jsonb;
        this.adapters = adapters;
    }

    /**
     * Hubcast's own mapping: nulls are written, bytes are base64, names of properties are read in any case.
     *
     * @param adapters makes an instance of the application's {@code JsonbAdapter} or {@code PropertyVisibilityStrategy} of a class, where
     *     JSON Binding does not do it itself
     * @return the mapping
     */
    public static JsonMapping standard(Function<Class<?>, Object> adapters) {
        return new JsonMapping(
                JsonbBuilder.create(new JsonbConfig()
                        .withNullValues(true)
                        .withPropertyNamingStrategy(PropertyNamingStrategy.CASE_INSENSITIVE)
                        .withBinaryDataStrategy(BinaryDataStrategy.BASE_64)),
                adapters, null);
    }

    /**
     * The same, with adapters that have a constructor without parameters.
     *
     * @return the mapping
     */
    public static JsonMapping standard() {
        return standard(type -> ClassCreator.withoutArguments(type).get());
    }

    /**
     * The application's mapping.
     *
     * @param jsonb the application's bean, safe for use by several threads
     * @return the mapping
     */
    public static JsonMapping of(Jsonb jsonb) {
        return new JsonMapping(jsonb, null, jsonb);
    }

    @Override
    ValueReader readerOfOthers(Type type) {
        return Misread.is(GenericTypes.raw(type)) ? ClassReader.of(type, this) : readerBy(jsonb, type);
    }

    @Override
    <T> T instanceOf(Class<T> type) {
        return type.cast(adapters.apply(type));
    }

    @Override
    void writeOthers(ValueOutput out, Object value, int depth) {
        writeBy(jsonb, out, value);
    }

    void write(StringBuilder out, Object value) {
        write(new JsonOutput(out), value);
    }

    /**
     * A value as JSON.
     *
     * @param value the value, may be null
     * @return the text
     * @throws IllegalArgumentException if the value cannot be written
     */
    public String toText(Object value) {
        StringBuilder out = new StringBuilder();
        write(out, value);
        return out.toString();
    }
}
