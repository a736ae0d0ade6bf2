package dev.hubcast.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;

/** Binds one argument of a call, as a hub method's parameter is bound. */
final class Bound {

    private static final JsonMapping STANDARD = JsonMapping.standard();

    private Bound() {}

    /** A type with its arguments, named by an empty subclass. */
    abstract static class TypeOf<T> {

        Type type() {
            return ((ParameterizedType) getClass().getGenericSuperclass()).getActualTypeArguments()[0];
        }
    }

    static Object bind(Type type, String json) {
        return bind(STANDARD, type, json);
    }

    static Object bind(JsonMapping mapping, Type type, String json) {
        return new JsonArguments(json, new int[] {0, json.length()}, mapping).bind(List.of(type))[0];
    }

    static Object bind(TypeOf<?> type, String json) {
        return bind(type.type(), json);
    }

    static void assertRefused(Type type, String json) {
        assertRefused(STANDARD, type, json);
    }

    static void assertRefused(TypeOf<?> type, String json) {
        assertRefused(type.type(), json);
    }

    static void assertRefused(JsonMapping mapping, Type type, String json) {
        assertThat(catchThrowable(() -> bind(mapping, type, json)))
                .as("%s from %s", type.getTypeName(), json.length() < 100 ? json : json.length() + " characters")
                .isInstanceOf(ArgumentBindingException.class)
                .hasMessage("Error binding arguments. Make sure that the types of the provided values match the types of the hub method"
                        + " being invoked.");
    }
}
