package dev.hubcast.deployment;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/**
 * A type that has a hub for its parameter, such as {@code HubContext<ChatHub>}.
 *
 * @param raw the type without the parameter
 * @param hub the hub class
 */
record OfHubType(Class<?> raw, Class<?> hub) implements ParameterizedType {

    @Override
    public Type[] getActualTypeArguments() {
        return new Type[] {hub};
    }

    @Override
    public Type getRawType() {
        return raw;
    }

    @Override
    public Type getOwnerType() {
        return null;
    }

    /** Equal to every parameterized type of the same parts, as {@link ParameterizedType} demands. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ParameterizedType type && type.getOwnerType() == null && type.getRawType() == raw
                && type.getActualTypeArguments().length == 1 && type.getActualTypeArguments()[0] == hub;
    }

    @Override
    public int hashCode() {
        return hub.hashCode() ^ raw.hashCode();
    }

    @Override
    public String getTypeName() {
        return raw.getName() + "<" + hub.getName() + ">";
    }
}
