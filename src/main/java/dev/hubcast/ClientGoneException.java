package dev.hubcast;

import java.io.IOException;

/** The client that hub code waits for is not connected, or has gone before it said what it was to say. */
public class ClientGoneException extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * A client has gone.
     *
     * @param message which one
     */
    public ClientGoneException(String message) {
        super(message);
    }
}
