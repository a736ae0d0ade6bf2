package dev.hubcast.protocol;

import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbTransient;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.Optional;

/**
 * A property of a class by the rules of JSON Binding (3.0, 3.7): a field, a getter, a setter, or some of them. A public method goes before
 * the field, and a method that is not public hides it.
 */
final class ClassProperty {

    private final String name;
    private Field field;
    private Method getter;
    private Method setter;
    private boolean fieldVisible;
    private boolean getterVisible;
    private boolean setterVisible;

    ClassProperty(String name) {
        this.name = name;
    }

    void field(Field found, boolean visible) {
        field = found;
        fieldVisible = visible;
    }

    void getter(Method found, boolean visible) {
        getter = found;
        getterVisible = visible;
    }

    void setter(Method found, boolean visible) {
        setter = found;
        setterVisible = visible;
    }

    boolean isWritten() {
        boolean there = getter != null ? getterVisible : fieldVisible;
        return there && !isHidden(getter);
    }

    boolean isRead() {
        boolean there = setter != null ? setterVisible : fieldVisible && !Modifier.isFinal(field.getModifiers());
        return there && !isHidden(setter);
    }

    private boolean isHidden(Method accessor) {
        return field != null && Modifier.isTransient(field.getModifiers())
                || JsonbAnnotations.find(JsonbTransient.class, field, accessor).isPresent();
    }

    String writtenName() {
        return nameBy(getter);
    }

    String readName() {
        return nameBy(setter);
    }

    private String nameBy(Method accessor) {
        return JsonbAnnotations.find(JsonbProperty.class, accessor, field)
                .map(JsonbProperty::value)
                .filter(other -> !other.isEmpty())
                .orElse(name);
    }

    /** Where what is written is annotated. */
    AnnotatedElement[] whereWritten() {
        return new AnnotatedElement[] {getter, field};
    }

    /** Where what is read is annotated. */
    AnnotatedElement[] whereRead() {
        return new AnnotatedElement[] {setter, field};
    }

    Type writtenType() {
        return getter != null ? getter.getGenericReturnType() : field.getGenericType();
    }

    Type readType() {
        return setter != null ? setter.getGenericParameterTypes()[0] : field.getGenericType();
    }

    /** The class that says how the property looks. */
    Class<?> owner() {
        return field != null ? field.getDeclaringClass() : getter != null ? getter.getDeclaringClass() : setter.getDeclaringClass();
    }

    /** Nulls are written, unless somebody wants it otherwise. */
    boolean writesNull() {
        Optional<JsonbNillable> own = JsonbAnnotations.find(JsonbNillable.class, getter, field, owner(), owner().getPackage());
        return own.map(JsonbNillable::value).orElse(true);
    }

    void open() {
        open(getter);
        open(setter);
        open(field);
    }

    /** Public members of a class that is not public; what stays closed says so when it is used. */
    private static void open(AccessibleObject member) {
        if (member != null) {
            member.trySetAccessible();
        }
    }

    Object get(Object from) {
        try {
            return getter != null ? getter.invoke(from) : field.get(from);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException("The property " + name + " of a " + owner().getName() + " fails.", e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalArgumentException("The property " + name + " of " + owner().getName() + " cannot be read.", e);
        }
    }

    void set(Object in, Object value) {
        try {
            if (setter != null) {
                setter.invoke(in, value);
            } else {
                field.set(in, value);
            }
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException("The property " + name + " of a " + owner().getName() + " refuses a value.", e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalArgumentException("The property " + name + " of " + owner().getName() + " cannot be set.", e);
        }
    }
}
