package dev.hubcast.dispatch.clients;

/** A client interface that its package keeps to itself. */
interface HiddenClient {

    void said(String text);

    default void shouted(String text) {
        said(text + "!");
    }
}
