package dev.hubcast.dispatch;

import dev.hubcast.GroupsByQuery;
import dev.hubcast.Hub;
import dev.hubcast.HubCaller;
import dev.hubcast.HubMethod;
import dev.hubcast.security.AccessRule;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.websocket.CloseReason;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.server.ServerEndpoint;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Reads a hub class, as CDI sees it, into its model. Every mistake is told, with the class, the method and the cure, so that a deployment
 * fails once and not once for each.
 */
public final class HubModelReader {

    private static final Set<Class<?>> IN_ON_OPEN = Set.of(HubCaller.class);
    private static final Set<Class<?>> IN_ON_CLOSE = Set.of(HubCaller.class, CloseReason.class);
    private static final Set<Class<?>> IN_ON_ERROR = Set.of(HubCaller.class, Throwable.class);

    private final AnnotatedType<?> type;
    private final Class<?> hubClass;
    private final Predicate<Class<? extends Annotation>> isScope;
    private final List<AnnotatedMethod<?>> methods;
    private final List<String> problems = new ArrayList<>();

    /**
     * A reader for one class.
     *
     * @param type the class, annotated with {@link Hub}
     * @param isScope tells whether an annotation is a CDI scope
     */
    public HubModelReader(AnnotatedType<?> type, Predicate<Class<? extends Annotation>> isScope) {
        this.type = type;
        this.hubClass = type.getJavaClass();
        this.isScope = isScope;
        this.methods = type.getMethods().stream()
                .filter(method -> !isOverridden(method.getJavaMember()))
                .collect(Collectors.toUnmodifiableList());
    }

    /** CDI lists overridden methods too. */
    private boolean isOverridden(Method method) {
        for (Class<?> at = hubClass; at != null && at != method.getDeclaringClass(); at = at.getSuperclass()) {
            if (Arrays.stream(at.getDeclaredMethods()).anyMatch(other -> overrides(other, method))) {
                return true;
            }
        }
        return false;
    }

    private static boolean overrides(Method method, Method inherited) {
        int modifiers = inherited.getModifiers();
        return method.getName().equals(inherited.getName())
                && Arrays.equals(method.getParameterTypes(), inherited.getParameterTypes())
                && !Modifier.isPrivate(modifiers) && !Modifier.isStatic(modifiers)
                && (Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers)
                        || method.getDeclaringClass().getPackage() == inherited.getDeclaringClass().getPackage());
    }

    /**
     * Reads the class.
     *
     * @return the model, empty if there are {@link #problems()}
     */
    public Optional<HubModel> read() {
        boolean ownScope = type.getAnnotations().stream().anyMatch(annotation -> isScope.test(annotation.annotationType()));
        new HubClassCheck(hubClass, ownScope, this::problem).check();
        AccessRule access = rule(type.getAnnotations(), hubClass.getSimpleName()).orElse(AccessRule.everybody());
        HubModel.Endpoint endpoint = endpoint();
        List<HubMethodModel> callable = callable(access);
        HubModel model = new HubModel(hubClass, name(), endpoint, access, groupParameter(), callable,
                lifecycle(OnOpen.class, IN_ON_OPEN), lifecycle(OnClose.class, IN_ON_CLOSE), lifecycle(OnError.class, IN_ON_ERROR));
        return problems.isEmpty() ? Optional.of(model) : Optional.empty();
    }

    /**
     * The mistakes that {@link #read()} found.
     *
     * @return a sentence or two for each
     */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    private void problem(String text) {
        problems.add("Hub " + hubClass.getName() + ": " + text);
    }

    private String name() {
        String given = type.getAnnotation(Hub.class).name();
        String name = given.isEmpty() ? hubClass.getSimpleName() : given;
        if (!name.matches("[A-Za-z0-9_-]+")) {
            problem("the name '" + name + "' does not fit into configuration keys. Use letters, digits, - and _ in @Hub(name = …).");
        }
        Class<?> client = type.getAnnotation(Hub.class).client();
        if (client != void.class) {
            try {
                ClientInterface.of(client);
            } catch (IllegalArgumentException e) {
                problem("@Hub(client = …): " + e.getMessage());
            }
        }
        return name;
    }

    private HubModel.Endpoint endpoint() {
        ServerEndpoint annotation = type.getAnnotation(ServerEndpoint.class);
        if (annotation == null) {
            problem("it has no path. Add @ServerEndpoint(\"/hubs/…\") to the class.");
            return null;
        }
        if (annotation.encoders().length + annotation.decoders().length > 0) {
            problem("encoders and decoders on @ServerEndpoint have no meaning for a hub, whose messages are SignalR's. Remove them; to"
                    + " change how arguments and results become JSON, bring a Jsonb bean with the qualifier @HubJson.");
        }
        HubModel.Endpoint endpoint =
                new HubModel.Endpoint(annotation.value(), List.of(annotation.subprotocols()), annotation.configurator());
        if (endpoint.overrides("getEndpointInstance")) {
            problem("its configurator " + annotation.configurator().getName() + " overrides getEndpointInstance, but a hub is a CDI bean."
                    + " Remove that method; write a scope on the class to choose the instance.");
        }
        return endpoint;
    }

    private String groupParameter() {
        GroupsByQuery annotation = type.getAnnotation(GroupsByQuery.class);
        if (annotation != null && annotation.value().isEmpty()) {
            problem("@GroupsByQuery names no parameter. Write @GroupsByQuery(\"group\").");
        }
        return annotation == null ? null : annotation.value();
    }

    private List<HubMethodModel> callable(AccessRule ofClass) {
        Map<String, HubMethodModel> byName = new HashMap<>();
        for (AnnotatedMethod<?> annotated : methods) {
            MethodCheck check = new MethodCheck(annotated, hubClass, this::problem);
            if (annotated.isAnnotationPresent(OnMessage.class)) {
                problem("method " + check.signature() + " carries @OnMessage, which has no meaning in a hub. Remove it: clients call public"
                        + " methods by their names.");
            } else if (check.isCallable() && check.canWork()) {
                add(byName, HubMethodModel.callable(check.name(), annotated.getJavaMember(), access(annotated, ofClass)));
            }
        }
        return List.copyOf(byName.values());
    }

    private void add(Map<String, HubMethodModel> byName, HubMethodModel method) {
        if (byName.put(HubModel.anyCase(method.name()), method) != null) {
            problem("Duplicate definitions of '" + method.name() + "'. Overloading is not supported. Give one of them another name by"
                    + " @HubMethod(\"…\").");
        }
    }

    /** The method's own rule, else that of the class that declares it, else the hub's, which the connection has passed. */
    private AccessRule access(AnnotatedMethod<?> annotated, AccessRule ofClass) {
        Method method = annotated.getJavaMember();
        Optional<AccessRule> own = rule(annotated.getAnnotations(), method.getName());
        if (own.isPresent() || method.getDeclaringClass() == hubClass) {
            return own.orElse(ofClass);
        }
        return rule(Set.of(method.getDeclaringClass().getAnnotations()), method.getDeclaringClass().getSimpleName()).orElse(ofClass);
    }

    private Optional<AccessRule> rule(Set<Annotation> annotations, String where) {
        try {
            return AccessRule.of(wanted -> annotations.stream().filter(wanted::isInstance).findFirst().orElse(null));
        } catch (IllegalArgumentException e) {
            problem(where + ": " + e.getMessage() + ".");
            return Optional.empty();
        }
    }

    private HubMethodModel lifecycle(Class<? extends Annotation> annotation, Set<Class<?>> provided) {
        List<AnnotatedMethod<?>> found = methods.stream()
                .filter(method -> method.isAnnotationPresent(annotation) && !method.getJavaMember().isBridge())
                .toList();
        if (found.isEmpty()) {
            return null;
        }
        if (found.size() > 1) {
            problem("more than one method carries @" + annotation.getSimpleName() + ". Leave it on one of them.");
            return null;
        }
        MethodCheck check = new MethodCheck(found.get(0), hubClass, this::problem);
        return check.canBeLifecycle(annotation, provided) ? HubMethodModel.lifecycle(found.get(0).getJavaMember(), provided) : null;
    }
}
