package dev.hubcast.dispatch;

import dev.hubcast.ClientMethod;
import dev.hubcast.ClientProxy;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A client interface: which client method each of its methods calls. Immutable.
 *
 * @param <T> the interface
 */
final class ClientInterface<T> {

    private static final Object[] NOTHING = {};

    private final Class<T> type;
    private final Map<Method, String> names;

    private ClientInterface(Class<T> type, Map<Method, String> names) {
        this.type = type;
        this.names = names;
    }

    /** Reads an interface; throws {@link IllegalArgumentException} that names what cannot work and the cure. */
    static <T> ClientInterface<T> of(Class<T> type) {
        if (!type.isInterface()) {
            throw new IllegalArgumentException(type.getName() + " is no interface. Name an interface with the clients' methods.");
        }
        Map<Method, String> names = new HashMap<>();
        Set<String> taken = new HashSet<>();
        for (Method method : type.getMethods()) {
            if (Modifier.isStatic(method.getModifiers()) || method.isDefault()) {
                continue;
            }
            String name = name(method);
            if (method.getReturnType() != void.class) {
                throw refused(method, "returns " + method.getReturnType().getSimpleName()
                        + ", but this version cannot ask clients for results. Let it return void.");
            }
            if (!taken.add(HubModel.anyCase(name))) {
                throw refused(method, "is the second one for the client method '" + name
                        + "', and clients know no overloading. Give it another name by @ClientMethod(\"…\").");
            }
            names.put(method, name);
        }
        return new ClientInterface<>(type, Map.copyOf(names));
    }

    private static String name(Method method) {
        ClientMethod renamed = method.getAnnotation(ClientMethod.class);
        return renamed == null ? method.getName() : renamed.value();
    }

    private static IllegalArgumentException refused(Method method, String why) {
        return new IllegalArgumentException("The client interface's method " + method.getDeclaringClass().getName() + "."
                + method.getName() + " " + why);
    }

    /** An instance whose calls go out through a proxy. */
    T to(ClientProxy clients) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            String name = names.get(method);
            if (name != null) {
                clients.sendAll(name, arguments == null ? List.of() : Arrays.asList(arguments));
                return null;
            }
            return method.isDefault() ? runHere(proxy, method, arguments) : ofObject(proxy, method, arguments);
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /** {@link InvocationHandler#invokeDefault} would not reach an interface that its package keeps to itself. */
    private static Object runHere(Object proxy, Method method, Object[] arguments) throws Throwable {
        Class<?> declaring = method.getDeclaringClass();
        return MethodHandles.privateLookupIn(declaring, MethodHandles.lookup())
                .unreflectSpecial(method, declaring)
                .asFixedArity()
                .bindTo(proxy)
                .invokeWithArguments(arguments == null ? NOTHING : arguments);
    }

    private Object ofObject(Object proxy, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "clients by " + type.getName();
        };
    }
}
