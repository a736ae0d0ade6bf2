package dev.hubcast.protocol;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The arguments of a call: objects to be written, or what came from the wire and is bound only when the target's types are known.
 */
public interface Arguments {

    /**
     * How many there are.
     *
     * @return the number
     */
    int count();

    /**
     * Binds the arguments to Java types. Runs the application's own mapping code, so it belongs on an application thread.
     *
     * @param types one type for each argument
     * @return the values, each may be null
     * @throws ArgumentBindingException if the number or a value does not fit
     */
    Object[] bind(List<Type> types);

    /**
     * Arguments to be written.
     *
     * @param values the values, each may be null
     * @return the arguments
     */
    static Arguments of(List<?> values) {
        return new Values(Collections.unmodifiableList(new ArrayList<>(values)));
    }

    /**
     * One argument to be written.
     *
     * @param value the value, may be null
     * @return the argument
     */
    static Arguments ofOne(Object value) {
        return new Values(Collections.singletonList(value));
    }

    /**
     * Arguments that are Java objects already.
     *
     * @param list the values
     */
    record Values(List<?> list) implements Arguments {

        @Override
        public int count() {
            return list.size();
        }

        @Override
        public Object[] bind(List<Type> types) {
            ArgumentBindingException.requireCount(count(), types.size());
            return list.toArray();
        }
    }
}
