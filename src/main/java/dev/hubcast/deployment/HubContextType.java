package dev.hubcast.deployment;

import dev.hubcast.HubContext;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/**
 * The type {@code HubContext<H>} of one hub.
 *
 * @param hub the hub class
 */
record HubContextType(Class<?> hub) implements ParameterizedType {

    @Override
    public Type[] getActualTypeArguments() {
        return new Type[] {hub};
    }

    @Override
    public Type getRawType() {
        return HubContext.class;
    }

    @Override
    public Type getOwnerType() {
        return null;
    }

    /** Equal to every parameterized type of the same parts, as {@link ParameterizedType} demands. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ParameterizedType type && type.getOwnerType() == null && type.getRawType() == HubContext.class
                && type.getActualTypeArguments().length == 1 && type.getActualTypeArguments()[0] == hub;
    }

    @Override
    public int hashCode() {
        return hub.hashCode() ^ HubContext.class.hashCode();
    }

    @Override
    public String getTypeName() {
        return HubContext.class.getName() + "<" + hub.getName() + ">";
    }
}
