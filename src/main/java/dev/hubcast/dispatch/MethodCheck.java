package dev.hubcast.dispatch;

import dev.hubcast.HubMethod;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.websocket.CloseReason;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import java.lang.annotation.Annotation;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether one method of a hub class is callable, and whether its signature can work. */
final class MethodCheck {

    private static final List<Class<? extends Annotation>> NEVER_CALLABLE = List.of(
            OnOpen.class, OnClose.class, OnError.class, Inject.class, Produces.class, PostConstruct.class, PreDestroy.class,
            AroundInvoke.class);
    private static final List<Class<? extends Annotation>> OF_OBSERVERS = List.of(Observes.class, ObservesAsync.class, Disposes.class);

    /** What the container would pass to an endpoint has no meaning on every transport. */
    private static final List<Class<?>> NO_PARAMETERS =
            List.of(Session.class, EndpointConfig.class, CloseReason.class, Throwable.class);

    private final AnnotatedMethod<?> annotated;
    private final Method method;
    private final Class<?> hubClass;
    private final Consumer<String> problems;

    MethodCheck(AnnotatedMethod<?> annotated, Class<?> hubClass, Consumer<String> problems) {
        this.annotated = annotated;
        this.method = annotated.getJavaMember();
        this.hubClass = hubClass;
        this.problems = problems;
    }

    String signature() {
        return method.getName() + Arrays.stream(method.getParameterTypes())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(", ", "(", ")"));
    }

    /** The name that clients call it by. */
    String name() {
        HubMethod renamed = annotated.getAnnotation(HubMethod.class);
        return renamed == null || renamed.value().isEmpty() ? method.getName() : renamed.value();
    }

    boolean isCallable() {
        if (method.isSynthetic()) {
            return false;
        }
        boolean wanted = annotated.isAnnotationPresent(HubMethod.class);
        boolean possible = Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()) && !isOfContainer();
        if (wanted && !possible) {
            problem("carries @HubMethod but cannot be called. Make it a public instance method that is neither a life-cycle method, an"
                    + " observer, a producer, an initializer nor an interceptor method.");
        }
        return possible && (wanted || method.getDeclaringClass() == hubClass && !isOfObject());
    }

    private boolean isOfContainer() {
        return NEVER_CALLABLE.stream().anyMatch(annotated::isAnnotationPresent)
                || annotated.getParameters().stream().anyMatch(parameter -> OF_OBSERVERS.stream().anyMatch(parameter::isAnnotationPresent));
    }

    private boolean isOfObject() {
        return Stream.concat(Arrays.stream(Object.class.getDeclaredMethods()), Arrays.stream(AutoCloseable.class.getMethods()))
                .filter(other -> other.getDeclaringClass() != AutoCloseable.class || AutoCloseable.class.isAssignableFrom(hubClass))
                .anyMatch(other -> other.getName().equals(method.getName())
                        && Arrays.equals(other.getParameterTypes(), method.getParameterTypes()));
    }

    /** Whether a callable method's signature can work. */
    boolean canWork() {
        return notGeneric() & parametersCanWork() & resultCanWork();
    }

    private boolean notGeneric() {
        if (method.getTypeParameters().length > 0) {
            return problem("is a generic method which is not supported on a Hub. Give its parameters types of their own.");
        }
        return true;
    }

    private boolean parametersCanWork() {
        boolean fine = true;
        Class<?>[] types = method.getParameterTypes();
        for (int i = 0; i < types.length; i++) {
            Class<?> type = types[i];
            if (NO_PARAMETERS.stream().anyMatch(refused -> refused.isAssignableFrom(type))) {
                fine = problem("takes a " + type.getSimpleName() + ", which does not exist on every transport. Take a HubCaller: it knows"
                        + " the connection, its user, its request and its items.");
            } else if (type != Flow.Publisher.class && StreamTypes.isStreamOfAnyKind(type)) {
                fine = problem("takes a " + type.getSimpleName() + ", which is not how items come from a client. Take a Flow.Publisher.");
            } else if (hasVariable(method.getGenericParameterTypes()[i])) {
                fine = problem("has a parameter of a type that is only known in a subclass. Override it with the type.");
            }
        }
        return fine;
    }

    private boolean resultCanWork() {
        Class<?> result = method.getReturnType();
        Class<?> inTheEnd = StreamTypes.resultOf(method);
        if (StreamTypes.isStreamOfAnyKind(inTheEnd) && !StreamTypes.isStream(inTheEnd)) {
            return problem("returns a " + inTheEnd.getSimpleName() + ", whose items are no objects. Return a Stream: boxed() makes it one.");
        }
        if (Future.class.isAssignableFrom(result) && !CompletionStage.class.isAssignableFrom(result)) {
            return problem("returns a Future, whose end nobody is told. Return a CompletionStage.");
        }
        return true;
    }

    /** Whether the method can carry a life-cycle annotation. */
    boolean canBeLifecycle(Class<? extends Annotation> annotation, Set<Class<?>> provided) {
        boolean fine = true;
        if (Modifier.isPrivate(method.getModifiers()) || Modifier.isStatic(method.getModifiers())) {
            fine = problem("carries @" + annotation.getSimpleName() + " but is private or static, where no proxy can reach it. Make it an"
                    + " instance method, public or package-private.");
        } else if (isHiddenFromHub()) {
            fine = problem("carries @" + annotation.getSimpleName() + " but is package-private in another package than the hub's, where no"
                    + " proxy can reach it. Make it protected or public.");
        }
        for (Class<?> type : method.getParameterTypes()) {
            if (!provided.contains(type)) {
                fine = problem("carries @" + annotation.getSimpleName() + " but takes a " + type.getSimpleName() + ". It can take "
                        + provided.stream().map(Class::getSimpleName).sorted().collect(Collectors.joining(" and "))
                        + "; a HubCaller knows the connection, its user, its request and its items.");
            }
        }
        return fine;
    }

    private boolean isHiddenFromHub() {
        return (method.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) == 0
                && !method.getDeclaringClass().getPackageName().equals(hubClass.getPackageName());
    }

    private boolean problem(String text) {
        problems.accept("method " + signature() + " " + text);
        return false;
    }

    private static boolean hasVariable(Type type) {
        if (type instanceof ParameterizedType generic) {
            return Arrays.stream(generic.getActualTypeArguments()).anyMatch(MethodCheck::hasVariable);
        }
        if (type instanceof GenericArrayType array) {
            return hasVariable(array.getGenericComponentType());
        }
        return type instanceof TypeVariable || type instanceof WildcardType wild && Arrays.stream(wild.getUpperBounds()).anyMatch(
                MethodCheck::hasVariable);
    }
}
