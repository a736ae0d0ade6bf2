package dev.hubcast.conformance.functional;

/** An ordinary exception, of the name that the functional tests expect their clients to read. */
public class InvalidOperationException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * An exception.
     *
     * @param message what the client reads
     */
    public InvalidOperationException(String message) {
        super(message);
    }
}
