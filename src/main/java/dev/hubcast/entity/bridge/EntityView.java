package dev.hubcast.entity.bridge;

import dev.hubcast.entity.EntityMapping;
import dev.hubcast.entity.EntityOperation;
import dev.hubcast.event.bridge.Property;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What clients read of an entity. */
@FunctionalInterface
interface EntityView {

    /** Null if nobody is to hear of it. */
    Object of(Object entity, EntityOperation operation);

    /** The same, when the application's beans are there. */
    default EntityView opened() {
        return this;
    }

    /** All that the JSON mapping writes. */
    static EntityView whole() {
        return (entity, operation) -> entity;
    }

    /** Some properties; throws {@link IllegalArgumentException} if there is no such property. */
    static EntityView only(Class<?> type, String... names) {
        Map<String, Property> properties = new LinkedHashMap<>();
        for (String name : names) {
            if (name.indexOf('.') >= 0) {
                throw new IllegalArgumentException("only names '" + name + "', which is a property of another object. Name those of the"
                        + " entity itself, or write a mapping.");
            }
            properties.put(name, Property.any(type, name));
        }
        return (entity, operation) -> {
            Map<String, Object> values = new LinkedHashMap<>();
            properties.forEach((name, property) -> values.put(name, property.value(entity)));
            return values;
        };
    }

    /** What a mapping makes of it, which is found at the opening. */
    static EntityView mapped(Supplier<EntityMapping<Object>> mapping) {
        return new EntityView() {

            @Override
            public Object of(Object entity, EntityOperation operation) {
                return opened().of(entity, operation);
            }

            @Override
            public EntityView opened() {
                return mapping.get()::map;
            }
        };
    }
}
