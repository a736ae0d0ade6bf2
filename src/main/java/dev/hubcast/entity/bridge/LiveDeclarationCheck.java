package dev.hubcast.entity.bridge;

import dev.hubcast.dispatch.HubSender;
import dev.hubcast.entity.EntityMapping;
import dev.hubcast.entity.LiveUpdates;
import dev.hubcast.event.bridge.BroadcastTarget;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Makes use of {@link LiveUpdates}, and tells every mistake in it with its cure. */
final class LiveDeclarationCheck {

    private final Map<String, HubSender<?>> hubs;
    private final BeanManager beans;
    private final Consumer<String> problems;

    /** Takes the application's hubs by name. */
    LiveDeclarationCheck(Map<String, HubSender<?>> hubs, BeanManager beans, Consumer<String> problems) {
        this.hubs = hubs;
        this.beans = beans;
        this.problems = problems;
    }

    /** Empty if there are mistakes, which then are told. */
    Optional<LiveDeclaration> declaration(Class<?> type, LiveUpdates on) {
        String where = "Entity " + type.getName() + ": @LiveUpdates";
        Optional<BroadcastTarget> target = target(where, type, on);
        Optional<EntityView> view = Optional.empty();
        try {
            requireEntity(type);
            view = Optional.of(view(type, on));
        } catch (IllegalArgumentException e) {
            problems.accept(where + ": " + e.getMessage());
        }
        return target.isEmpty() || view.isEmpty()
                ? Optional.empty()
                : Optional.of(new LiveDeclaration(type, on.hub(), target.get(), view.get(), on.exceptOrigin(),
                        OperationNames.DEFAULTS));
    }

    private Optional<BroadcastTarget> target(String where, Class<?> type, LiveUpdates on) {
        if (on.method().isEmpty()) {
            problems.accept(where + ": method is empty. Name the client method, or leave it out.");
            return Optional.empty();
        }
        return BroadcastTarget.of(where, type, on.hub(), on.group(), on.user(), on.all(), on.method(), on.tenant(), hubs, problems);
    }

    private static void requireEntity(Class<?> type) {
        if (!type.isAnnotationPresent(Entity.class) && !type.isAnnotationPresent(MappedSuperclass.class)) {
            throw new IllegalArgumentException("it is no entity, so nobody tells of its changes. Put it on a class with @Entity or"
                    + " @MappedSuperclass; events are @BroadcastTo.");
        }
    }

    private EntityView view(Class<?> type, LiveUpdates on) {
        boolean mapped = on.mapping() != EntityMapping.None.class;
        if (mapped && on.only().length > 0) {
            throw new IllegalArgumentException("it has both only and mapping. Leave one of them; the mapping can leave out what it likes.");
        }
        if (mapped) {
            requireMapping(type, on.mapping());
            return EntityView.mapped(() -> mapping(on.mapping()));
        }
        return on.only().length > 0 ? EntityView.only(type, on.only()) : EntityView.whole();
    }

    /** Of a mapping that says by its own interface what it maps; others are known by what they throw. */
    private static void requireMapping(Class<?> type, Class<?> mapping) {
        for (Type implemented : mapping.getGenericInterfaces()) {
            if (implemented instanceof ParameterizedType of && of.getRawType() == EntityMapping.class
                    && of.getActualTypeArguments()[0] instanceof Class<?> mapped && !mapped.isAssignableFrom(type)) {
                throw new IllegalArgumentException("its mapping " + mapping.getName() + " maps " + mapped.getName() + ". Name one that"
                        + " implements EntityMapping<" + type.getSimpleName() + ">.");
            }
        }
    }

    @SuppressWarnings("unchecked") // what it maps was looked at, or it will say so itself
    private EntityMapping<Object> mapping(Class<? extends EntityMapping<?>> type) {
        Instance<? extends EntityMapping<?>> bean = beans.createInstance().select(type);
        if (!bean.isUnsatisfied()) {
            return (EntityMapping<Object>) bean.get();
        }
        try {
            return (EntityMapping<Object>) type.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("@LiveUpdates names the mapping " + type.getName() + ", which is no bean and cannot be made."
                    + " Give it a scope, or a public constructor without parameters.", e);
        }
    }
}
