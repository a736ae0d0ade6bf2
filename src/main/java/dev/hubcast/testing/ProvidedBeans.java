package dev.hubcast.testing;

import dev.hubcast.HubCaller;
import dev.hubcast.HubContext;
import dev.hubcast.RealtimeService;
import dev.hubcast.dispatch.CallScope;
import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;

/** What a hub can have injected in a test: what the test has brought, and what Hubcast brings to every hub. */
final class ProvidedBeans {

    private final Class<?> hubClass;
    private final HubContext<?> context;
    private final HubCaller caller = CallScope.injectedCaller();
    private final Map<Class<?>, Object> brought = new LinkedHashMap<>();

    ProvidedBeans(Class<?> hubClass, HubContext<?> context) {
        this.hubClass = hubClass;
        this.context = context;
    }

    void add(Class<?> type, Object bean) {
        Class<?> boxed = boxed(type);
        boxed.cast(bean);
        if (brought.putIfAbsent(boxed, bean) != null) {
            throw new IllegalArgumentException(type.getName() + " is there already; one object of a type is all that can be told apart.");
        }
    }

    /** What was brought as just this type, null if nothing was. */
    <T> T broughtAs(Class<T> type) {
        return type.cast(brought.get(type));
    }

    /** What is injected; throws {@link IllegalStateException} that names the place and the cure. */
    Object injected(Type type, String place) {
        Class<?> wanted = boxed(raw(type));
        if (isOfHub(type, HubContext.class)) {
            return context;
        }
        if (isOfHub(type, RealtimeService.class)) {
            return RealtimeService.over(context);
        }
        if (wanted == HubCaller.class) {
            return caller;
        }
        Object exactly = brought.get(wanted);
        if (exactly != null) {
            return exactly;
        }
        List<Entry<Class<?>, Object>> fitting =
                brought.entrySet().stream().filter(each -> wanted.isAssignableFrom(each.getKey())).toList();
        if (fitting.size() == 1) {
            return fitting.get(0).getValue();
        }
        String name = wanted.getSimpleName();
        throw new IllegalStateException(fitting.isEmpty()
                ? "%s needs a %s. Bring one by with(%s.class, …).".formatted(place, name, name)
                : "%s could be any of %s. Bring the right one by with(%s.class, …)."
                        .formatted(place, fitting.stream().map(each -> each.getKey().getSimpleName()).toList(), name));
    }

    private boolean isOfHub(Type type, Class<?> raw) {
        return type instanceof ParameterizedType generic && generic.getRawType() == raw
                && generic.getActualTypeArguments()[0] == hubClass;
    }

    private static Class<?> raw(Type type) {
        if (type instanceof ParameterizedType generic) {
            return (Class<?>) generic.getRawType();
        }
        return type instanceof Class<?> plain ? plain : Object.class;
    }

    private static Class<?> boxed(Class<?> type) {
        return MethodType.methodType(type).wrap().returnType();
    }
}
