package dev.hubcast.protocol;

import java.util.List;
import java.util.Objects;

/**
 * A message of SignalR's hub protocol ({@code HubProtocol.md}, "Message types"). Immutable, except that arguments and results are
 * the application's own objects.
 */
public sealed interface HubMessage {

    /**
     * Whether stateful reconnect counts the message, and sends it again when a connection comes back
     * ({@code HubProtocol.md}, "Sequence Message Encoding").
     *
     * @return whether it is a call, an item, an end of a call or a cancellation
     */
    default boolean isSequenced() {
        return !(this instanceof Ping || this instanceof Close || this instanceof Ack || this instanceof Sequence
                || this instanceof Unknown);
    }

    /**
     * A call, in either direction (type 1).
     *
     * @param invocationId null if the caller wants no answer, else not empty
     * @param target the name of the method, not null
     * @param arguments the arguments, not null
     * @param streamIds the ids of the streams that the caller uploads, in the order of the parameters; not null
     */
    record Invocation(String invocationId, String target, Arguments arguments, List<String> streamIds) implements HubMessage {

        public Invocation {
            Objects.requireNonNull(target);
            Objects.requireNonNull(arguments);
            streamIds = List.copyOf(streamIds);
        }

        /**
         * A call without an answer.
         *
         * @param target the name of the method
         * @param arguments the arguments
         * @return the message
         */
        public static Invocation of(String target, List<?> arguments) {
            return new Invocation(null, target, Arguments.of(arguments), List.of());
        }
    }

    /**
     * A call whose result is a stream (type 4).
     *
     * @param invocationId the id of the call and of its stream, not null
     * @param target the name of the method, not null
     * @param arguments the arguments, not null
     * @param streamIds the ids of the streams that the caller uploads; not null
     */
    record StreamInvocation(String invocationId, String target, Arguments arguments, List<String> streamIds) implements HubMessage {

        public StreamInvocation {
            Objects.requireNonNull(invocationId);
            Objects.requireNonNull(target);
            Objects.requireNonNull(arguments);
            streamIds = List.copyOf(streamIds);
        }
    }

    /**
     * One item of a stream (type 2).
     *
     * @param invocationId the stream's id, not null
     * @param item the item, one argument, not null
     */
    record StreamItem(String invocationId, Arguments item) implements HubMessage {}

    /**
     * The end of a call or of a stream (type 3).
     *
     * @param invocationId the call's id, not null
     * @param result the result as one argument; null if there is an error, or no result at all
     * @param error what went wrong, null if nothing did
     */
    record Completion(String invocationId, Arguments result, String error) implements HubMessage {

        public Completion {
            Objects.requireNonNull(invocationId);
        }

        /**
         * A call that succeeded; a void method's result is null, as in the reference server.
         *
         * @param invocationId the call's id
         * @param result the result, may be null
         * @return the message
         */
        public static Completion result(String invocationId, Object result) {
            return new Completion(invocationId, Arguments.ofOne(result), null);
        }

        /**
         * A call that failed.
         *
         * @param invocationId the call's id
         * @param error what the client reads, not null
         * @return the message
         */
        public static Completion error(String invocationId, String error) {
            return new Completion(invocationId, null, Objects.requireNonNull(error));
        }
    }

    /**
     * The client's wish that a stream ends (type 5).
     *
     * @param invocationId the stream's id, not null
     */
    record CancelInvocation(String invocationId) implements HubMessage {}

    /** A sign of life (type 6). */
    record Ping() implements HubMessage {}

    /**
     * The end of the connection (type 7).
     *
     * @param error what went wrong, null if nothing did
     * @param allowReconnect whether a client that reconnects by itself should
     */
    record Close(String error, boolean allowReconnect) implements HubMessage {}

    /**
     * Says that sequenced messages have arrived (type 8).
     *
     * @param sequenceId the number of the last one
     */
    record Ack(long sequenceId) implements HubMessage {}

    /**
     * Says, on a connection that has come back, which sequenced message is next (type 9).
     *
     * @param sequenceId the number of the next one
     */
    record Sequence(long sequenceId) implements HubMessage {}

    /**
     * A message that this version does not know, and therefore skips.
     *
     * @param type its number on the wire
     */
    record Unknown(int type) implements HubMessage {}
}
