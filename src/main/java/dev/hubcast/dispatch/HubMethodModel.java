package dev.hubcast.dispatch;

import dev.hubcast.HubCaller;
import dev.hubcast.security.AccessRule;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** A method of a hub class: one that clients call, or one of its life-cycle methods. Immutable. */
final class HubMethodModel {

    private final String name;
    private final Method method;
    private final Parameters parameters;
    private final AccessRule access;
    private final boolean streaming;
    private final boolean asynchronous;

    private HubMethodModel(String name, Method method, Parameters parameters, AccessRule access) {
        this.name = name;
        this.method = method;
        this.parameters = parameters;
        this.access = access;
        this.streaming = StreamTypes.isStream(StreamTypes.resultOf(method));
        this.asynchronous = CompletionStage.class.isAssignableFrom(method.getReturnType());
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

    /** Whether its result is a stream, now or later. */
    boolean isStreaming() {
        return streaming;
    }

    /** Whether it has its result later. */
    boolean isAsynchronous() {
        return asynchronous;
    }

    /** Whether calls of it stream, in either direction. */
    boolean runsBeside() {
        return streaming || !parameters.uploadTypes().isEmpty();
    }

    /** Calls the method with all its arguments; what it throws leaves as it is. */
    Object invoke(HubInstances.Lease hub, Object[] arguments) throws Exception {
        try {
            return hub.call(method, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof Exception thrown ? thrown : new UndeclaredThrowableException(e.getCause());
        }
    }
}
