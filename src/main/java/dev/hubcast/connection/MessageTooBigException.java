package dev.hubcast.connection;

/** A client's record over the limit. */
final class MessageTooBigException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MessageTooBigException(int maximumSize) {
        super("The maximum message size of " + maximumSize + "B was exceeded. The message size can be configured by"
                + " hubcast.maximum-receive-message-size.");
    }
}
