package dev.hubcast.protocol;

import java.lang.reflect.Type;
import java.util.List;

/** Arguments from the wire: values one behind the other, read when their types are known. */
final class MessagePackArguments implements Arguments {

    private final byte[] values;
    private final int count;
    private final ValueMapping mapping;

    MessagePackArguments(byte[] values, int count, ValueMapping mapping) {
        this.values = values;
        this.count = count;
        this.mapping = mapping;
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public Object[] bind(List<Type> types) {
        ArgumentBindingException.requireCount(count, types.size());
        MessagePackInput in = new MessagePackInput(values, 0, values.length);
        Object[] bound = new Object[count];
        for (int i = 0; i < count; i++) {
            try {
                bound[i] = mapping.readerFor(types.get(i)).read(in);
            } catch (RuntimeException e) { // the application's own mapping code may throw anything
                throw ArgumentBindingException.wrongType(i + 1, e);
            }
        }
        return bound;
    }

    /** The arguments as they came. */
    byte[] values() {
        return values;
    }

    /**
     * What stands in the place of arguments and is none: an error for that call, as in the reference server.
     *
     * @param failure what the call fails with
     */
    record Unreadable(ArgumentBindingException failure) implements Arguments {

        @Override
        public int count() {
            return 0;
        }

        @Override
        public Object[] bind(List<Type> types) {
            throw failure;
        }
    }
}
