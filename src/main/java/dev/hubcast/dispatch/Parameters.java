package dev.hubcast.dispatch;

import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A method's parameters: which ones Hubcast provides, by their type, and which ones come from the wire. */
final class Parameters {

    private final Class<?>[] provided;
    private final List<Type> wireTypes;

    private Parameters(Class<?>[] provided, List<Type> wireTypes) {
        this.provided = provided;
        this.wireTypes = List.copyOf(wireTypes);
    }

    static Parameters of(Method method, Set<Class<?>> providedTypes) {
        Class<?>[] types = method.getParameterTypes();
        Class<?>[] provided = new Class<?>[types.length];
        List<Type> wire = new ArrayList<>();
        for (int i = 0; i < types.length; i++) {
            if (providedTypes.contains(types[i])) {
                provided[i] = types[i];
            } else {
                wire.add(method.getGenericParameterTypes()[i]);
            }
        }
        return new Parameters(provided, wire);
    }

    /** The types of those that come from the wire, in their order. */
    List<Type> wireTypes() {
        return wireTypes;
    }

    /** All arguments in their order. */
    Object[] arguments(Map<Class<?>, ?> providedValues, Object[] fromWire) {
        Object[] all = new Object[provided.length];
        int next = 0;
        for (int i = 0; i < all.length; i++) {
            all[i] = provided[i] == null ? fromWire[next++] : providedValues.get(provided[i]);
        }
        return all;
    }
}
