package dev.hubcast.protocol;

import jakarta.json.bind.annotation.JsonbVisibility;
import jakarta.json.bind.config.PropertyVisibilityStrategy;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds the properties of a class (JSON Binding 3.0, 3.7), by name. */
final class ClassProperties {

    private static final PropertyVisibilityStrategy PUBLIC = new PropertyVisibilityStrategy() {

        @Override
        public boolean isVisible(Field field) {
            return Modifier.isPublic(field.getModifiers());
        }

        @Override
        public boolean isVisible(Method method) {
            return Modifier.isPublic(method.getModifiers());
        }
    };

    private final ValueMapping mapping;
    private final Map<String, ClassProperty> found = new TreeMap<>();

    private ClassProperties(ValueMapping mapping) {
        this.mapping = mapping;
    }

    static Collection<ClassProperty> of(Class<?> type, ValueMapping mapping) {
        ClassProperties properties = new ClassProperties(mapping);
        if (type.isRecord()) {
            properties.addComponents(type);
        } else {
            Arrays.stream(type.getInterfaces()).forEach(properties::addInterface);
            properties.ancestry(type).forEach(properties::addMembers);
        }
        properties.found.values().forEach(ClassProperty::open);
        return properties.found.values();
    }

    /** The class behind all that it extends, so that its members replace theirs. */
    private List<Class<?>> ancestry(Class<?> type) {
        List<Class<?>> ancestry = new ArrayList<>();
        for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
            ancestry.add(each);
        }
        Collections.reverse(ancestry);
        return ancestry;
    }

    private void addComponents(Class<?> record) {
        for (RecordComponent component : record.getRecordComponents()) {
            ClassProperty property = property(component.getName());
            property.getter(component.getAccessor(), true);
            Arrays.stream(record.getDeclaredFields())
                    .filter(field -> field.getName().equals(component.getName()))
                    .forEach(field -> property.field(field, false));
        }
    }

    private void addInterface(Class<?> type) {
        Arrays.stream(type.getInterfaces()).forEach(this::addInterface);
        for (Method method : type.getDeclaredMethods()) {
            if (method.isDefault()) {
                addMethod(method, true);
            }
        }
    }

    private void addMembers(Class<?> type) {
        PropertyVisibilityStrategy visibility = visibility(type);
        for (Field field : type.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers()) && !field.isSynthetic()) {
                property(field.getName()).field(field, visibility.isVisible(field));
            }
        }
        for (Method method : type.getDeclaredMethods()) {
            if (!Modifier.isStatic(method.getModifiers()) && !method.isSynthetic()) {
                addMethod(method, visibility.isVisible(method));
            }
        }
    }

    private PropertyVisibilityStrategy visibility(Class<?> type) {
        return JsonbAnnotations.find(JsonbVisibility.class, type, type.getPackage())
                .<PropertyVisibilityStrategy>map(annotation -> mapping.instanceOf(annotation.value()))
                .orElse(PUBLIC);
    }

    private void addMethod(Method method, boolean visible) {
        String name = method.getName();
        Class<?> result = method.getReturnType();
        if (method.getParameterCount() == 0 && result != void.class) {
            boolean yesOrNo = result == boolean.class || result == Boolean.class;
            if (name.startsWith("get") && name.length() > 3) {
                property(propertyName(name, 3)).getter(method, visible);
            } else if (name.startsWith("is") && name.length() > 2 && yesOrNo) {
                property(propertyName(name, 2)).getter(method, visible);
            }
        } else if (method.getParameterCount() == 1 && name.startsWith("set") && name.length() > 3) {
            property(propertyName(name, 3)).setter(method, visible);
        }
    }

    private ClassProperty property(String name) {
        return found.computeIfAbsent(name, ClassProperty::new);
    }

    /** {@code getName} is that of {@code name}, {@code getURL} that of {@code URL}. */
    private static String propertyName(String method, int prefix) {
        String name = method.substring(prefix);
        if (name.length() > 1 && Character.isUpperCase(name.charAt(0)) && Character.isUpperCase(name.charAt(1))) {
            return name;
        }
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
