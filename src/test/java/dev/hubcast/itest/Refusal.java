package dev.hubcast.itest;

/** A server did not do what it was told about an application. */
public final class Refusal extends AssertionError {

    private static final long serialVersionUID = 1L;

    Refusal(String message) {
        super(message);
    }

    Refusal(String message, Throwable cause) {
        super(message, cause);
    }
}
