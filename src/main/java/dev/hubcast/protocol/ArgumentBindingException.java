package dev.hubcast.protocol;

/**
 * Arguments that do not fit their target: an error for that call, never for the connection. The texts are the reference server's,
 * because clients and their tests compare them.
 */
public final class ArgumentBindingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final String ADVICE =
            " Make sure that the types of the provided values match the types of the hub method being invoked.";

    /**
     * Arguments that do not fit, found by a protocol of the application's own.
     *
     * @param message what developers read of it
     * @param cause what found it, may be null
     */
    public ArgumentBindingException(String message, Throwable cause) {
        super(message, cause);
    }

    /** In JSON. */
    static ArgumentBindingException wrongType(Throwable cause) {
        return new ArgumentBindingException("Error binding arguments." + ADVICE, cause);
    }

    /** In MessagePack, where the reference tells which argument it is, from 1. */
    static ArgumentBindingException wrongType(int argument, Throwable cause) {
        return new ArgumentBindingException("Error binding argument " + argument + "." + ADVICE, cause);
    }

    /** In MessagePack, where there may be something else in the place of the arguments. */
    static ArgumentBindingException noArguments(Throwable cause) {
        return new ArgumentBindingException("Reading array length for 'arguments' failed.", cause);
    }

    static void requireCount(int provided, int expected) {
        if (provided != expected) {
            throw new ArgumentBindingException(
                    "Invocation provides " + provided + " argument(s) but target expects " + expected + ".", null);
        }
    }
}
