package dev.hubcast.protocol;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.function.Function;

/**
 * Values of a received record, read one after another, whatever the format. Every method reads the next value and throws a
 * {@link RuntimeException} where it is another one than was asked for: nothing is converted. Used by one thread.
 */
interface ValueInput {

    /** How deep values may be nested, in every format and in both directions, as the reference server reads JSON. */
    int MAX_DEPTH = 64;

    /** Takes a null if there is one. */
    boolean takeNull();

    boolean bool();

    String string();

    char character();

    /** An integer; nothing with a fraction, nothing beyond long. */
    long integer();

    /** A finite number, as near as double comes. */
    double doubleNumber();

    /** A finite number, as near as float comes. */
    float floatNumber();

    BigInteger bigInteger();

    BigDecimal decimal();

    byte[] bytes();

    /** A point in time: as text, or as the format's own kind of value. */
    <T> T moment(Function<String, T> fromText, Function<Instant, T> fromInstant);

    /** Opens an array; answers whether it has a first element. */
    boolean openArray();

    /** After an element: answers whether another one follows, and closes the array if not. */
    boolean moreElements();

    /** Opens an object; answers whether it has a first member. */
    boolean openObject();

    /** After a member: answers whether another one follows, and closes the object if not. */
    boolean moreMembers();

    /** The name of the next member of an object. */
    String name();

    /** Checks the next value and leaves it behind. */
    void skip();

    /** The next value as JSON text. */
    String json();
}
