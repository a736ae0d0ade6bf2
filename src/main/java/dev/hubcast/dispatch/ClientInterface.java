package dev.hubcast.dispatch;

import dev.hubcast.ClientMethod;
import dev.hubcast.ClientProxy;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * A client interface: which client method each of its methods calls. Immutable.
 *
 * @param <T> the interface
 */
final class ClientInterface<T> {

    private static final Object[] NOTHING = {};

    private final Class<T> type;
    private final Map<Method, ClientCallback> callbacks;

    /** A method of clients; the result is what it answers, null if it does not. */
    private record ClientCallback(String name, Type result) {}

    private ClientInterface(Class<T> type, Map<Method, ClientCallback> callbacks) {
        this.type = type;
        this.callbacks = callbacks;
    }

    /** Reads an interface; throws {@link IllegalArgumentException} that names what cannot work and the cure. */
    static <T> ClientInterface<T> of(Class<T> type) {
        if (!type.isInterface()) {
            throw new IllegalArgumentException(type.getName() + " is no interface. Name an interface with the clients' methods.");
        }
        Map<Method, ClientCallback> callbacks = new HashMap<>();
        Set<String> taken = new HashSet<>();
        for (Method method : type.getMethods()) {
            if (Modifier.isStatic(method.getModifiers()) || method.isDefault()) {
                continue;
            }
            String name = name(method);
            Type result = result(method);
            if (!taken.add(HubModel.anyCase(name))) {
                throw refused(method, "is the second one for the client method '" + name
                        + "', and clients know no overloading. Give it another name by @ClientMethod(\"…\").");
            }
            callbacks.put(method, new ClientCallback(name, result));
        }
        return new ClientInterface<>(type, Map.copyOf(callbacks));
    }

    private static String name(Method method) {
        ClientMethod renamed = method.getAnnotation(ClientMethod.class);
        return renamed == null ? method.getName() : renamed.value();
    }

    private static Type result(Method method) {
        Class<?> returned = method.getReturnType();
        if (returned == void.class) {
            return null;
        }
        Type result = returned == CompletionStage.class ? StreamTypes.itemOf(method.getGenericReturnType()) : null;
        if (result == null || result instanceof TypeVariable) {
            throw refused(method, "returns " + method.getGenericReturnType().getTypeName()
                    + ". Let it return void, or CompletionStage of the result that a single client is asked for.");
        }
        return result;
    }

    private static IllegalArgumentException refused(Method method, String why) {
        return new IllegalArgumentException("The client interface's method " + method.getDeclaringClass().getName() + "."
                + method.getName() + " " + why);
    }

    /** An instance whose calls go out through a proxy. */
    T to(ClientProxy clients) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            ClientCallback callback = callbacks.get(method);
            if (callback != null) {
                return call(method, callback, clients, arguments == null ? List.of() : Arrays.asList(arguments));
            }
            return method.isDefault() ? runHere(proxy, method, arguments) : ofObject(proxy, method, arguments);
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object call(Method method, ClientCallback callback, ClientProxy clients, List<?> arguments) {
        if (callback.result() == null) {
            clients.sendAll(callback.name(), arguments);
            return null;
        }
        if (clients instanceof OneClient one) {
            return one.ask(callback.result(), callback.name(), arguments);
        }
        throw new IllegalStateException("The client interface's method " + method.getDeclaringClass().getName() + "." + method.getName()
                + " asks for a result, which only a single client can give. Call it by client(connectionId) or HubCaller.client.");
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
