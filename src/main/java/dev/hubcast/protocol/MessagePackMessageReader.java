package dev.hubcast.protocol;

import dev.hubcast.protocol.HubMessage.Ack;
import dev.hubcast.protocol.HubMessage.CancelInvocation;
import dev.hubcast.protocol.HubMessage.Close;
import dev.hubcast.protocol.HubMessage.Completion;
import dev.hubcast.protocol.HubMessage.Invocation;
import dev.hubcast.protocol.HubMessage.Ping;
import dev.hubcast.protocol.HubMessage.Sequence;
import dev.hubcast.protocol.HubMessage.StreamInvocation;
import dev.hubcast.protocol.HubMessage.StreamItem;
import dev.hubcast.protocol.HubMessage.Unknown;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Reads MessagePack arrays as hub messages: items by their place, further ones ignored, values left as they are until their types are
 * known. What it says of a broken rule is what the reference server says. Safe for use by any number of threads.
 */
final class MessagePackMessageReader {

    private static final int ERROR = 1;
    private static final int VOID = 2;
    private static final int RESULT = 3;
    /** Clients that upload nothing may leave the ids of streams out. */
    private static final int CALL_WITHOUT_STREAMS = 5;
    private static final int CLOSE_WITHOUT_ADVICE = 2;

    private final ValueMapping mapping;

    MessagePackMessageReader(ValueMapping mapping) {
        this.mapping = mapping;
    }

    HubMessage read(MessagePackInput in, byte[] bytes) {
        return new Items(in, bytes).message();
    }

    /** The items of one message, in their order. */
    private final class Items {

        private final MessagePackInput in;
        private final byte[] bytes;

        Items(MessagePackInput in, byte[] bytes) {
            this.in = in;
            this.bytes = bytes;
        }

        HubMessage message() {
            int count = take(MessagePackInput::arraySize, "Reading the array of a message failed.");
            int type = small("messageType");
            return switch (type) {
                case 1 -> invocation(count);
                case 2 -> new StreamItem(id("StreamItem"), value());
                case 3 -> completion();
                case 4 -> streamInvocation(count);
                case 5 -> new CancelInvocation(id("CancelInvocation"));
                case 6 -> new Ping();
                case 7 -> new Close(text("error"), count > CLOSE_WITHOUT_ADVICE
                        && take(MessagePackInput::bool, "Reading 'allowReconnect' as Boolean failed."));
                case 8 -> new Ack(sequenceId());
                case 9 -> new Sequence(sequenceId());
                default -> new Unknown(type);
            };
        }

        private Invocation invocation(int count) {
            skipHeaders();
            String id = text("invocationId");
            String target = required(text("target"), "target for Invocation message");
            Arguments arguments = arguments();
            return new Invocation(id == null || id.isEmpty() ? null : id, target, arguments, streamIds(count, arguments));
        }

        private StreamInvocation streamInvocation(int count) {
            String id = id("StreamInvocation");
            String target = required(text("target"), "target for StreamInvocation message");
            Arguments arguments = arguments();
            return new StreamInvocation(id, target, arguments, streamIds(count, arguments));
        }

        private Completion completion() {
            String id = id("Completion");
            return switch (small("resultKind")) {
                case ERROR -> new Completion(id, null, text("error"));
                case VOID -> new Completion(id, null, null);
                case RESULT -> new Completion(id, value(), null);
                default -> throw new ProtocolException("Invalid invocation result kind.");
            };
        }

        private String id(String message) {
            skipHeaders();
            return required(text("invocationId"), "invocation ID for " + message + " message");
        }

        /** They say nothing to a hub, but have to be what they are. */
        private void skipHeaders() {
            int count = take(MessagePackInput::mapSize, "Reading map length for 'headers' failed.");
            for (int i = 0; i < count; i++) {
                required(text("headers[" + i + "].Key"), "key in header");
                required(text("headers[" + i + "].Value"), "value in header");
            }
        }

        private Arguments arguments() {
            int count;
            try {
                count = in.arraySize();
            } catch (RuntimeException e) { // what msgpack-core throws has no narrower common type
                return new MessagePackArguments.Unreadable(ArgumentBindingException.noArguments(e));
            }
            return values(count);
        }

        private Arguments value() {
            return values(1);
        }

        private Arguments values(int count) {
            int from = in.position();
            for (int i = 0; i < count; i++) {
                try {
                    in.skip();
                } catch (RuntimeException e) {
                    return new MessagePackArguments.Unreadable(ArgumentBindingException.wrongType(i + 1, e));
                }
            }
            return new MessagePackArguments(Arrays.copyOfRange(bytes, from, in.position()), count, mapping);
        }

        /** Behind arguments that can't be read, nothing can. */
        private List<String> streamIds(int count, Arguments before) {
            if (count <= CALL_WITHOUT_STREAMS || before instanceof MessagePackArguments.Unreadable) {
                return List.of();
            }
            int number = take(MessagePackInput::arraySize, "Reading array length for 'streamIds' failed.");
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < number; i++) {
                ids.add(required(text("streamIds"), "value in streamIds received"));
            }
            return ids;
        }

        private long sequenceId() {
            return take(MessagePackInput::integer, "Reading 'sequenceId' as Int64 failed.");
        }

        private int small(String item) {
            return take(input -> Math.toIntExact(input.integer()), "Reading '" + item + "' as Int32 failed.");
        }

        private String text(String item) {
            return take(input -> input.takeNull() ? null : input.string(), "Reading '" + item + "' as String failed.");
        }

        private <T> T take(Function<MessagePackInput, T> item, String otherwise) {
            try {
                return item.apply(in);
            } catch (RuntimeException e) { // what msgpack-core throws has no narrower common type
                throw new ProtocolException(otherwise, e);
            }
        }
    }

    private static String required(String text, String what) {
        if (text == null || text.isEmpty()) {
            throw new ProtocolException("Null or empty " + what + ".");
        }
        return text;
    }
}
