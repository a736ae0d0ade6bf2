package dev.hubcast;

import jakarta.ejb.ApplicationException;

/**
 * A failure whose message the client may read.
 *
 * <p>Thrown by a hub method, or by a bean or EJB below it, its message reaches the caller; any other exception reads as a general
 * error unless {@code hubcast.detailed-errors} is on. A transaction around it is rolled back.
 */
@ApplicationException(rollback = true)
public class HubException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * A failure.
     *
     * @param message what the client reads, not null
     */
    public HubException(String message) {
        super(message);
    }

    /**
     * A failure with a cause, which the client does not see.
     *
     * @param message what the client reads, not null
     * @param cause the cause, for the log
     */
    public HubException(String message, Throwable cause) {
        super(message, cause);
    }
}
