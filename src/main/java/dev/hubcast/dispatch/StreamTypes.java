package dev.hubcast.dispatch;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.stream.BaseStream;
import java.util.stream.Stream;

/** Which types in a hub method's signature are streams. */
final class StreamTypes {

    private StreamTypes() {}

    /** Whether items of the type can be sent one by one. */
    static boolean isStream(Class<?> type) {
        return Stream.class.isAssignableFrom(type) || Flow.Publisher.class.isAssignableFrom(type);
    }

    /** Whether the type is one of the JDK's streams or publishers, though it may not be one that works in a signature. */
    static boolean isStreamOfAnyKind(Class<?> type) {
        return BaseStream.class.isAssignableFrom(type) || Flow.Publisher.class.isAssignableFrom(type);
    }

    /** The class of what the method returns in the end: of a stage, what it completes with. */
    static Class<?> resultOf(Method method) {
        boolean later = CompletionStage.class.isAssignableFrom(method.getReturnType());
        return later && method.getGenericReturnType() instanceof ParameterizedType stage
                ? raw(stage.getActualTypeArguments()[0])
                : method.getReturnType();
    }

    /** The type of what comes through a stage or a publisher, {@link Object} if it does not say. */
    static Type itemOf(Type type) {
        return type instanceof ParameterizedType generic ? bound(generic.getActualTypeArguments()[0]) : Object.class;
    }

    private static Type bound(Type type) {
        return type instanceof WildcardType wild ? wild.getUpperBounds()[0] : type;
    }

    private static Class<?> raw(Type type) {
        Type bound = bound(type);
        if (bound instanceof Class<?> plain) {
            return plain;
        }
        return bound instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : Object.class;
    }
}
