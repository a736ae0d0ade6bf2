package dev.hubcast;

import java.time.Duration;

/**
 * How a client's call ended, as {@link HubFilter#ended} hears.
 *
 * @param kind in one word, not null
 * @param failure what was thrown, without what containers and stages wrap around it; null if nothing was
 * @param error what the client reads, or would if it had asked for an answer; null if that is no error
 * @param took from the beginning of the call, when those before it were out of its way, to its end; not null
 */
public record InvocationOutcome(Kind kind, Throwable failure, String error, Duration took) {

    /** How calls end. */
    public enum Kind {

        /** It has its result, or its stream is at its end. */
        SUCCEEDED,

        /** The client has cancelled it or has gone before its end, or the method's own stage was cancelled. */
        CANCELLED,

        /** The hub has no such method. */
        UNKNOWN_METHOD,

        /** The caller lacks a role that the method demands, or an EJB below it. */
        UNAUTHORIZED,

        /** The arguments do not fit the parameters, the kind of call does not fit the method, or one more stream is one too many. */
        UNFIT,

        /** A constraint of Bean Validation is violated. */
        INVALID,

        /** The method or a filter failed, or the result cannot be written. */
        FAILED
    }

    /**
     * Whether the call was turned down rather than failed.
     *
     * @return whether it was an unknown method, an unauthorized caller, or arguments that do not fit or are invalid
     */
    public boolean isRefused() {
        return switch (kind) {
            case UNKNOWN_METHOD, UNAUTHORIZED, UNFIT, INVALID -> true;
            case SUCCEEDED, CANCELLED, FAILED -> false;
        };
    }
}
