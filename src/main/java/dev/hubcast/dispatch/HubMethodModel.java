package dev.hubcast.dispatch;

import dev.hubcast.HubCaller;
import dev.hubcast.security.AccessRule;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;

/** A method of a hub class: one that clients call, or one of its life-cycle methods. Immutable. */
final class HubMethodModel {

    private final String name;
    private final Method method;
    private final Parameters parameters;
    private final AccessRule access;

    private HubMethodModel(String name, Method method, Parameters parameters, AccessRule access) {
        this.name = name;
        this.method = method;
        this.parameters = parameters;
        this.access = access;
        method.setAccessible(true);
    }

    static HubMethodModel callable(String name, Method method, AccessRule access) {
        return new HubMethodModel(name, method, Parameters.of(method, Set.of(HubCaller.class)), access);
    }

    static HubMethodModel lifecycle(Method method, Set<Class<?>> providedTypes) {
        return new HubMethodModel(method.getName(), method, Parameters.of(method, providedTypes), AccessRule.everybody());
    }

    String name() {
        return name;
    }

    AccessRule access() {
        return access;
    }

    Parameters parameters() {
        return parameters;
    }

    Method method() {
        return method;
    }

    /** Calls the method; what it throws leaves as it is. */
    Object invoke(HubInstances.Lease hub, Map<Class<?>, ?> provided, Object[] fromWire) throws Throwable {
        try {
            return hub.call(method, parameters.arguments(provided, fromWire));
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
