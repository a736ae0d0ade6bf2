package dev.hubcast.dispatch;

import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Flow;

/** A method's parameters: which ones Hubcast provides, by their type, which ones clients upload, and which ones come with the call. */
final class Parameters {

    private enum Source {
        PROVIDED, UPLOADED, OF_CALL
    }

    private final List<Source> sources;
    private final Class<?>[] types;
    private final List<Type> wireTypes;
    private final List<Type> uploadTypes;

    private Parameters(List<Source> sources, Class<?>[] types, List<Type> wireTypes, List<Type> uploadTypes) {
        this.sources = List.copyOf(sources);
        this.types = types;
        this.wireTypes = List.copyOf(wireTypes);
        this.uploadTypes = List.copyOf(uploadTypes);
    }

    static Parameters of(Method method, Set<Class<?>> providedTypes) {
        Class<?>[] types = method.getParameterTypes();
        List<Source> sources = new ArrayList<>();
        List<Type> wire = new ArrayList<>();
        List<Type> uploads = new ArrayList<>();
        for (int i = 0; i < types.length; i++) {
            Type type = method.getGenericParameterTypes()[i];
            if (providedTypes.contains(types[i])) {
                sources.add(Source.PROVIDED);
            } else if (types[i] == Flow.Publisher.class) {
                sources.add(Source.UPLOADED);
                uploads.add(StreamTypes.itemOf(type));
            } else {
                sources.add(Source.OF_CALL);
                wire.add(type);
            }
        }
        return new Parameters(sources, types, wire, uploads);
    }

    /** The types of those that come with the call, in their order. */
    List<Type> wireTypes() {
        return wireTypes;
    }

    /** The types of the items of those that are uploaded, in their order. */
    List<Type> uploadTypes() {
        return uploadTypes;
    }

    /** Of all arguments those that come from the client. */
    List<Object> ofCall(Object[] all) {
        List<Object> ofCall = new ArrayList<>();
        for (int i = 0; i < all.length; i++) {
            if (sources.get(i) != Source.PROVIDED) {
                ofCall.add(all[i]);
            }
        }
        return Collections.unmodifiableList(ofCall);
    }

    /** All arguments with others in place of those that come from the client; throws what {@link #fitting} throws. */
    Object[] replaced(Object[] all, List<?> ofCall) {
        Iterator<Object> others = fitting(ofCall).iterator();
        Object[] replaced = all.clone();
        for (int i = 0; i < all.length; i++) {
            if (sources.get(i) != Source.PROVIDED) {
                replaced[i] = others.next();
            }
        }
        return replaced;
    }

    /** A copy of what may come from the client; throws {@link IllegalArgumentException} if it may not. */
    List<Object> fitting(List<?> ofCall) {
        List<Class<?>> wanted = new ArrayList<>();
        for (int i = 0; i < types.length; i++) {
            if (sources.get(i) != Source.PROVIDED) {
                wanted.add(types[i]);
            }
        }
        if (ofCall.size() != wanted.size()) {
            throw new IllegalArgumentException("The method takes " + wanted.size() + " argument(s) of a call, not " + ofCall.size() + ".");
        }
        for (int i = 0; i < wanted.size(); i++) {
            requireFit(i, wanted.get(i), ofCall.get(i));
        }
        return Collections.unmodifiableList(new ArrayList<>(ofCall));
    }

    private static void requireFit(int at, Class<?> type, Object argument) {
        boolean fits = argument == null ? !type.isPrimitive() : MethodType.methodType(type).wrap().returnType().isInstance(argument);
        if (!fits) {
            String seen = argument == null ? "null" : "a " + argument.getClass().getName();
            throw new IllegalArgumentException("Argument " + (at + 1) + " is " + seen + ", which is no " + type.getName() + ".");
        }
    }

    /** All arguments in their order. */
    Object[] arguments(Map<Class<?>, ?> provided, Object[] fromWire, List<?> uploads) {
        Object[] all = new Object[types.length];
        int next = 0;
        int nextUpload = 0;
        for (int i = 0; i < all.length; i++) {
            all[i] = switch (sources.get(i)) {
                case PROVIDED -> provided.get(types[i]);
                case UPLOADED -> uploads.get(nextUpload++);
                case OF_CALL -> fromWire[next++];
            };
        }
        return all;
    }
}
