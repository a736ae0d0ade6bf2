package dev.hubcast.testing;

/**
 * A client that did not get in; the message is what it reads: a status of HTTP where the rule on the hub class refuses the caller
 * ({@code 401 Unauthorized} for nobody, {@code 403 Forbidden} for somebody), else what the hub says in the end, because {@code @OnOpen}
 * failed or hung up.
 */
public final class RefusedConnectionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RefusedConnectionException(String message) {
        super(message);
    }
}
