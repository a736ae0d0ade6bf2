package dev.hubcast.testing;

/**
 * A call of a hub method that was refused or failed; the message is what the client reads. What was behind it stands in the log, as it does
 * on a server.
 */
public final class FailedCallException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FailedCallException(String message) {
        super(message);
    }
}
