package dev.hubcast.bench.micro;

import java.lang.reflect.Type;

/**
 * The argument of a call.
 */
public enum Argument {

    /** A text of 100 characters. */
    TEXT("x".repeat(100), String.class, "echo"),

    /** An object with a list of objects, about 250 characters of JSON. */
    ORDER(Order.SAMPLE, Order.class, "order");

    final Object value;
    final Type type;

    /** The hub method that takes and answers it. */
    final String method;

    Argument(Object value, Type type, String method) {
        this.value = value;
        this.type = type;
        this.method = method;
    }
}
