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
import java.util.List;

/** Writes hub messages as MessagePack arrays, byte for byte as the reference server does. Safe for use by any number of threads. */
final class MessagePackMessageWriter {

    private static final int ERROR = 1;
    private static final int VOID = 2;
    private static final int RESULT = 3;

    private final ValueMapping mapping;

    MessagePackMessageWriter(ValueMapping mapping) {
        this.mapping = mapping;
    }

    /** A record with its length; throws {@link IllegalArgumentException} if a value can't be written. */
    byte[] write(HubMessage message) {
        MessagePackOutput out = new MessagePackOutput();
        if (message instanceof Invocation call) {
            begin(out, 6, 1, call.invocationId());
            target(out, call.target(), call.arguments(), call.streamIds());
        } else if (message instanceof Completion end) {
            completion(out, end);
        } else if (message instanceof StreamItem item) {
            begin(out, 4, 2, item.invocationId());
            values(out, item.item());
        } else if (message instanceof StreamInvocation call) {
            begin(out, 6, 4, call.invocationId());
            target(out, call.target(), call.arguments(), call.streamIds());
        } else if (message instanceof CancelInvocation cancel) {
            begin(out, 3, 5, cancel.invocationId());
        } else if (message instanceof Ping) {
            begin(out, 1, 6);
        } else if (message instanceof Close close) {
            begin(out, 3, 7);
            out.textOrNil(close.error());
            out.bool(close.allowReconnect());
        } else if (message instanceof Ack ack) {
            begin(out, 2, 8);
            out.integer(ack.sequenceId());
        } else if (message instanceof Sequence sequence) {
            begin(out, 2, 9);
            out.integer(sequence.sequenceId());
        } else {
            throw new IllegalArgumentException("A message of unknown type cannot be written.");
        }
        return out.framed();
    }

    private void completion(MessagePackOutput out, Completion end) {
        int kind = end.error() != null ? ERROR : end.result() != null ? RESULT : VOID;
        begin(out, kind == VOID ? 4 : 5, 3, end.invocationId());
        out.integer(kind);
        if (kind == ERROR) {
            out.text(end.error());
        } else if (kind == RESULT) {
            values(out, end.result());
        }
    }

    private static void begin(MessagePackOutput out, int items, int type) {
        out.beginArray(items);
        out.integer(type);
    }

    /** With headers, of which there are none, and the id of a call. */
    private static void begin(MessagePackOutput out, int items, int type, String invocationId) {
        begin(out, items, type);
        out.beginObject(0);
        out.textOrNil(invocationId);
    }

    private void target(MessagePackOutput out, String target, Arguments arguments, List<String> streamIds) {
        out.text(target);
        out.beginArray(arguments.count());
        values(out, arguments);
        out.beginArray(streamIds.size());
        streamIds.forEach(out::text);
    }

    private void values(MessagePackOutput out, Arguments arguments) {
        if (arguments instanceof Arguments.Values values) {
            values.list().forEach(value -> mapping.write(out, value));
        } else if (arguments instanceof MessagePackArguments read) {
            out.raw(read.values());
        } else {
            throw new IllegalArgumentException("Arguments read from another format cannot be written as MessagePack.");
        }
    }
}
