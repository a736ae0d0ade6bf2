package dev.hubcast.protocol;

/**
 * Arguments that do not fit their target: an error for that call, never for the connection. The texts are the reference server's,
 * because clients and their tests compare them.
 */
public final class ArgumentBindingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final String WRONG_TYPE = "Error binding arguments. Make sure that the types of the provided values match the types"
            + " of the hub method being invoked.";

    private ArgumentBindingException(String message, Throwable cause) {
        super(message, cause);
    }

    static ArgumentBindingException wrongType(Throwable cause) {
        return new ArgumentBindingException(WRONG_TYPE, cause);
    }

    static void requireCount(int provided, int expected) {
        if (provided != expected) {
            throw new ArgumentBindingException(
                    "Invocation provides " + provided + " argument(s) but target expects " + expected + ".", null);
        }
    }
}
