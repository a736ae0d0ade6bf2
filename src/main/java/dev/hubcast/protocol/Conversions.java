package dev.hubcast.protocol;

import jakarta.json.bind.adapter.JsonbAdapter;
import jakarta.json.bind.annotation.JsonbDateFormat;
import jakarta.json.bind.annotation.JsonbNumberFormat;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import jakarta.json.bind.annotation.JsonbTypeDeserializer;
import jakarta.json.bind.annotation.JsonbTypeSerializer;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Which conversion the annotations of a property, a parameter or a class ask for (JSON Binding 3.0, 4.7 and 4.8). */
final class Conversions {

    private final ValueMapping mapping;

    Conversions(ValueMapping mapping) {
        this.mapping = mapping;
    }

    /**
     * The conversion of a value.
     *
     * @param type what the value is declared as
     * @param owner the class that declares it
     * @param elements where annotations of its own may stand
     * @return the conversion, null for none
     */
    Conversion of(Type type, Class<?> owner, AnnotatedElement... elements) {
        Optional<Conversion> adapter = adapter(elements);
        if (adapter.isPresent()) {
            return adapter.get();
        }
        refuseSerializers(type, elements);
        Class<?> raw = GenericTypes.raw(type);
        AnnotatedElement[] withOwner = withOwner(elements, owner);
        if (DateFormat.isFor(raw)) {
            return JsonbAnnotations.find(JsonbDateFormat.class, withOwner)
                    .filter(format -> !format.value().equals(JsonbDateFormat.DEFAULT_FORMAT))
                    .map(format -> new DateFormat(format, raw))
                    .orElse(null);
        }
        if (NumberFormat.isFor(raw)) {
            return JsonbAnnotations.find(JsonbNumberFormat.class, withOwner).map(format -> new NumberFormat(format, raw)).orElse(null);
        }
        return null;
    }

    /** The conversion of all values of a class, null for none. */
    Conversion of(Class<?> type) {
        refuseSerializers(type, type);
        return adapter(type).orElse(null);
    }

    private Optional<Conversion> adapter(AnnotatedElement... elements) {
        return JsonbAnnotations.find(JsonbTypeAdapter.class, elements).map(annotation -> new Adapted(annotation.value(), mapping));
    }

    /** They write JSON and nothing else; without them a value could show what they hide. */
    private static void refuseSerializers(Type type, AnnotatedElement... elements) {
        boolean found = JsonbAnnotations.find(JsonbTypeSerializer.class, elements).isPresent()
                || JsonbAnnotations.find(JsonbTypeDeserializer.class, elements).isPresent();
        if (found) {
            throw new IllegalArgumentException("A JsonbSerializer or JsonbDeserializer knows JSON alone. For MessagePack "
                    + type.getTypeName() + " needs a JsonbAdapter in its place.");
        }
    }

    private static AnnotatedElement[] withOwner(AnnotatedElement[] elements, Class<?> owner) {
        List<AnnotatedElement> all = new ArrayList<>(Arrays.asList(elements));
        all.add(owner);
        all.add(owner.getPackage());
        return all.toArray(AnnotatedElement[]::new);
    }

    /** A value that an adapter of the application's turns into another one. */
    private static final class Adapted implements Conversion {

        private final JsonbAdapter<Object, Object> adapter;
        private final Type adapted;
        private final ValueMapping mapping;

        @SuppressWarnings({"unchecked", "rawtypes"}) // an annotation can name no types
        Adapted(Class<? extends JsonbAdapter> type, ValueMapping mapping) {
            this.adapter = mapping.instanceOf(type);
            this.adapted = GenericTypes.argument(type, JsonbAdapter.class, 1);
            this.mapping = mapping;
        }

        @Override
        public void write(MessagePackOutput out, Object value, int depth) {
            Object other;
            try {
                other = adapter.adaptToJson(value);
            } catch (Exception e) { // what the application's code throws
                throw new IllegalArgumentException("A value of type " + value.getClass().getName() + " cannot be adapted: "
                        + e.getMessage(), e);
            }
            mapping.write(out, other, depth + 1);
        }

        @Override
        public Object read(ValueInput in) {
            try {
                return adapter.adaptFromJson(mapping.readerFor(adapted).read(in));
            } catch (Exception e) { // what the application's code throws
                throw new IllegalArgumentException("The adapter refuses a value.", e);
            }
        }
    }
}
