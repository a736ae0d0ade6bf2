package dev.hubcast.protocol;

import java.lang.reflect.Type;
import java.util.List;

/** Arguments from the wire: places in a record's text, read when their types are known. */
final class JsonArguments implements Arguments {

    private final String text;
    private final int[] bounds;
    private final JsonMapping mapping;

    /** Bounds holds the beginning and the end of each argument. */
    JsonArguments(String text, int[] bounds, JsonMapping mapping) {
        this.text = text;
        this.bounds = bounds;
        this.mapping = mapping;
    }

    @Override
    public int count() {
        return bounds.length / 2;
    }

    @Override
    public Object[] bind(List<Type> types) {
        ArgumentBindingException.requireCount(count(), types.size());
        Object[] values = new Object[types.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = bind(i, types.get(i));
        }
        return values;
    }

    private Object bind(int index, Type type) {
        JsonInput in = new JsonInput(text, bounds[2 * index], bounds[2 * index + 1]);
        try {
            return mapping.readerFor(type).read(in);
        } catch (RuntimeException e) { // the application's own mapping code may throw anything
            throw ArgumentBindingException.wrongType(e);
        }
    }

    /** The argument as it came. */
    String json(int index) {
        return text.substring(bounds[2 * index], bounds[2 * index + 1]);
    }
}
