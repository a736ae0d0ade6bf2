package dev.hubcast.protocol;

/** A record that breaks the protocol's rules and ends the connection. The message names the rule and holds no payload. */
public final class ProtocolException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * A broken rule.
     *
     * @param message the rule, in the reference server's words where it has some
     */
    public ProtocolException(String message) {
        super(message);
    }

    /**
     * A broken rule that another check found.
     *
     * @param message the rule
     * @param cause what found it
     */
    public ProtocolException(String message, Throwable cause) {
        super(message, cause);
    }
}
