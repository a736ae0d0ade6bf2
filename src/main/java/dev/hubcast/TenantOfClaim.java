package dev.hubcast;

import jakarta.json.JsonString;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.security.Principal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;

/**
 * The tenant that a caller's token claims. The method is looked for by its name, because not every server has MicroProfile JWT.
 *
 * @param name the claim
 */
record TenantOfClaim(String name) implements TenantResolver {

    private static final String METHOD = "getClaim";

    TenantOfClaim {
        Objects.requireNonNull(name, "name");
    }

    @Override
    public String tenant(Principal user, HubRequest request) {
        Method method = user == null ? null : method(user.getClass());
        if (method == null) {
            return null;
        }
        try {
            Object claim = method.invoke(user, name);
            return claim instanceof JsonString text ? text.getString() : Objects.toString(claim, null);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("The principal cannot say what is claimed.", e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(method + " cannot be called.", e);
        }
    }

    /** As a public type declares it, because a server's own class is hardly one. */
    private static Method method(Class<?> principal) {
        Deque<Class<?>> types = new ArrayDeque<>(List.of(principal));
        while (!types.isEmpty()) {
            Class<?> type = types.remove();
            if (Modifier.isPublic(type.getModifiers())) {
                try {
                    return type.getMethod(METHOD, String.class);
                } catch (NoSuchMethodException e) {
                    continue; // nor do the types above it have one
                }
            }
            if (type.getSuperclass() != null) {
                types.add(type.getSuperclass());
            }
            types.addAll(List.of(type.getInterfaces()));
        }
        return null;
    }
}
