package dev.hubcast.testing;

import dev.hubcast.protocol.ArgumentBindingException;
import dev.hubcast.protocol.HubMessage.Invocation;
import jakarta.json.JsonArray;
import jakarta.json.JsonValue;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** A call of a client method, as a client has received it. Immutable. */
public final class ReceivedMessage {

    private final Invocation call;
    private final JsonArray json;

    ReceivedMessage(Invocation call, JsonArray json) {
        this.call = call;
        this.json = json;
    }

    /**
     * The client method.
     *
     * @return the name under which clients registered their handler, not null
     */
    public String method() {
        return call.target();
    }

    /**
     * The arguments as they came.
     *
     * @return the values, not null
     */
    public List<JsonValue> arguments() {
        return Collections.unmodifiableList(json);
    }

    /**
     * An argument as a Java object.
     *
     * @param <T> what it is
     * @param index which one, from 0
     * @param type what it is, not null
     * @return the argument, may be null
     * @throws IndexOutOfBoundsException if there is no such argument
     * @throws IllegalArgumentException if it is no such thing
     */
    public <T> T argument(int index, Class<T> type) {
        return argument(index, (Type) type);
    }

    /**
     * An argument as an object of a generic type.
     *
     * @param <T> what it is, as the caller says
     * @param index which one, from 0
     * @param type what it is, not null
     * @return the argument, may be null
     * @throws IndexOutOfBoundsException if there is no such argument
     * @throws IllegalArgumentException if it is no such thing
     */
    @SuppressWarnings("unchecked") // of the type that the caller has named
    public <T> T argument(int index, Type type) {
        List<Type> types = new ArrayList<>(Collections.nCopies(json.size(), JsonValue.class));
        types.set(index, type);
        try {
            return (T) call.arguments().bind(types)[index];
        } catch (ArgumentBindingException e) {
            throw new IllegalArgumentException("Argument " + index + " of " + this + " is no " + type.getTypeName() + ".", e);
        }
    }

    boolean isLike(ReceivedMessage other) {
        return method().equals(other.method()) && SameJson.is(json, other.json);
    }

    /** As a call in JavaScript: {@code said("java","ada","hello")}. */
    @Override
    public String toString() {
        return json.stream().map(JsonValue::toString).collect(Collectors.joining(",", method() + "(", ")"));
    }
}
