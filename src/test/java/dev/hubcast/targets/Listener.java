package dev.hubcast.targets;

import dev.hubcast.ClientMethod;

/** What clients can be told. */
public interface Listener {

    void said(String text);

    void nothing();

    void numbers(int[] numbers, String text);

    @ClientMethod("renamed")
    void original(Object[] values);

    /** Says something two times. */
    default void twice(String text) {
        said(text);
        said(text);
    }
}
