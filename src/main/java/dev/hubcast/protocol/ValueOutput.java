package dev.hubcast.protocol;

/**
 * Where values are written one after another, whatever the format. Elements and members are announced by their index, in order, and the
 * number of them in advance. Used by one thread.
 */
interface ValueOutput {

    void nil();

    void bool(boolean value);

    /** Throws {@link IllegalArgumentException} for one that is not finite. */
    void number(Number value);

    void text(String value);

    void bytes(byte[] value);

    void beginArray(int size);

    /** The next value is an element. */
    void element(int index);

    void endArray();

    void beginObject(int size);

    /** The next value is a member. */
    void member(int index, String name);

    void endObject();

    /** A value that is JSON text already. */
    void json(String text);
}
