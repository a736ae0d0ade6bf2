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
import jakarta.websocket.EncodeException;
import jakarta.websocket.Encoder;
import java.util.List;

/**
 * Writes hub messages as JSON records ({@code HubProtocol.md}, "JSON Encoding"), values by JSON Binding.
 *
 * <p>An ordinary Jakarta WebSocket encoder: Hubcast's JSON protocol writes through it, and any other endpoint that speaks to a hub may
 * name it. Safe for use by any number of threads.
 */
public final class HubMessageEncoder implements Encoder.Text<HubMessage> {

    static final char RECORD_END = '\u001e';

    private final JsonMapping mapping;

    /** An encoder with Hubcast's own mapping, for use in {@code encoders = …}. */
    public HubMessageEncoder() {
        this(JsonMapping.standard());
    }

    /**
     * An encoder with a given mapping.
     *
     * @param mapping how values are written
     */
    public HubMessageEncoder(JsonMapping mapping) {
        this.mapping = mapping;
    }

    /**
     * Writes a message.
     *
     * @param message the message
     * @return the record with its terminator
     * @throws EncodeException if a value cannot be written
     */
    @Override
    public String encode(HubMessage message) throws EncodeException {
        try {
            StringBuilder out = new StringBuilder(128);
            write(out, message);
            return out.append('}').append(RECORD_END).toString();
        } catch (IllegalArgumentException e) {
            throw new EncodeException(message, e.getMessage(), e);
        }
    }

    private void write(StringBuilder out, HubMessage message) {
        if (message instanceof Invocation call) {
            type(out, 1, call.invocationId());
            target(out, call.target(), call.arguments(), call.streamIds());
        } else if (message instanceof Completion end) {
            type(out, 3, end.invocationId());
            if (end.error() != null) {
                text(out, "error", end.error());
            } else if (end.result() != null) {
                values(out.append(",\"result\":"), end.result());
            }
        } else if (message instanceof StreamItem item) {
            type(out, 2, item.invocationId());
            values(out.append(",\"item\":"), item.item());
        } else if (message instanceof StreamInvocation call) {
            type(out, 4, call.invocationId());
            target(out, call.target(), call.arguments(), call.streamIds());
        } else if (message instanceof CancelInvocation cancel) {
            type(out, 5, cancel.invocationId());
        } else if (message instanceof Ping) {
            type(out, 6, null);
        } else if (message instanceof Close close) {
            close(out, close);
        } else if (message instanceof Ack ack) {
            sequence(out, 8, ack.sequenceId());
        } else if (message instanceof Sequence sequence) {
            sequence(out, 9, sequence.sequenceId());
        } else if (message instanceof Unknown unknown) {
            throw new IllegalArgumentException("A message of unknown type " + unknown.type() + " cannot be written.");
        }
    }

    private static void close(StringBuilder out, Close close) {
        type(out, 7, null);
        if (close.error() != null) {
            text(out, "error", close.error());
        }
        if (close.allowReconnect()) {
            out.append(",\"allowReconnect\":true");
        }
    }

    /** An absent id is left out: clients refuse one that is null or empty. */
    private static void type(StringBuilder out, int type, String invocationId) {
        out.append("{\"type\":").append(type);
        if (invocationId != null && !invocationId.isEmpty()) {
            text(out, "invocationId", invocationId);
        }
    }

    private static void sequence(StringBuilder out, int type, long sequenceId) {
        type(out, type, null);
        out.append(",\"sequenceId\":").append(sequenceId);
    }

    private void target(StringBuilder out, String target, Arguments arguments, List<String> streamIds) {
        text(out, "target", target);
        values(out.append(",\"arguments\":["), arguments);
        out.append(']');
        if (!streamIds.isEmpty()) {
            values(out.append(",\"streamIds\":["), Arguments.of(streamIds));
            out.append(']');
        }
    }

    private static void text(StringBuilder out, String name, String value) {
        JsonText.quote(out.append(",\"").append(name).append("\":"), value);
    }

    private void values(StringBuilder out, Arguments arguments) {
        for (int i = 0; i < arguments.count(); i++) {
            if (i > 0) {
                out.append(',');
            }
            if (arguments instanceof JsonArguments read) {
                out.append(read.json(i));
            } else if (arguments instanceof Arguments.Values values) {
                mapping.write(out, values.list().get(i));
            } else {
                throw new IllegalArgumentException("Arguments read from another format cannot be written as JSON.");
            }
        }
    }
}
