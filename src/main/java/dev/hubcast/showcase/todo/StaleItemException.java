package dev.hubcast.showcase.todo;

import jakarta.ejb.ApplicationException;

/** Somebody else was faster. The transaction is rolled back. */
@ApplicationException(rollback = true)
public class StaleItemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StaleItemException(Throwable cause) {
        super("The item was changed by somebody else meanwhile", cause);
    }
}
