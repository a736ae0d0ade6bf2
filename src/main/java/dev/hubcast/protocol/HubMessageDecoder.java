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
import jakarta.websocket.DecodeException;
import jakarta.websocket.Decoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads JSON records as hub messages ({@code HubProtocol.md}, "JSON Encoding"): properties in any order, unknown ones skipped, values
 * left in place until their types are known.
 *
 * <p>An ordinary Jakarta WebSocket decoder: Hubcast's JSON protocol reads through it, and any other endpoint that speaks to a hub may
 * name it. Safe for use by any number of threads.
 */
public final class HubMessageDecoder implements Decoder.Text<HubMessage> {

    private final JsonMapping mapping;

    /** A decoder with Hubcast's own mapping, for use in {@code decoders = …}. */
    public HubMessageDecoder() {
        this(JsonMapping.standard());
    }

    /**
     * A decoder with a given mapping.
     *
     * @param mapping how values are read
     */
    public HubMessageDecoder(JsonMapping mapping) {
        this.mapping = mapping;
    }

    /**
     * Whether the text may be a record: everything else is told by {@link #decode}.
     *
     * @param record one record
     * @return whether it begins as an object
     */
    @Override
    public boolean willDecode(String record) {
        return record.stripLeading().startsWith("{");
    }

    /**
     * Reads one record.
     *
     * @param record the record, with or without its terminator
     * @return the message
     * @throws DecodeException if the record breaks the protocol's rules
     */
    @Override
    public HubMessage decode(String record) throws DecodeException {
        int last = record.length() - 1;
        int end = last >= 0 && record.charAt(last) == HubMessageEncoder.RECORD_END ? last : record.length();
        try {
            return read(record, end);
        } catch (ProtocolException | JsonSyntaxException e) {
            throw new DecodeException(record, e.getMessage(), e);
        }
    }

    HubMessage read(String record, int end) {
        Fields fields = new Fields(mapping, record);
        try {
            JsonReader json = new JsonReader(record, 0, end);
            if (json.open('{')) {
                do {
                    fields.take(json.name(), json);
                } while (json.more('{'));
            }
            json.end();
        } catch (JsonSyntaxException e) {
            throw new ProtocolException("Error reading JSON.", e);
        }
        return fields.message();
    }

    /** What a record said, in whatever order it said it. */
    private static final class Fields {

        private final JsonMapping mapping;
        private final String record;
        private Integer type;
        private String invocationId;
        private String target;
        private Arguments arguments;
        private Arguments item;
        private Arguments result;
        private String error;
        private boolean allowReconnect;
        private Long sequenceId;
        private List<String> streamIds = List.of();

        Fields(JsonMapping mapping, String record) {
            this.mapping = mapping;
            this.record = record;
        }

        void take(String name, JsonReader json) {
            switch (name) {
                case "type" -> type = json.clampedInteger();
                case "invocationId" -> invocationId = textOrNull(json);
                case "target" -> target = textOrNull(json);
                case "arguments" -> arguments = array(json);
                case "item" -> item = value(json);
                case "result" -> result = value(json);
                case "error" -> error = textOrNull(json);
                case "allowReconnect" -> allowReconnect = !json.takeNull() && json.bool();
                case "streamIds" -> streamIds = texts(json);
                case "sequenceId" -> sequenceId = json.integer();
                default -> json.skip();
            }
        }

        HubMessage message() {
            return switch (required(type, "type")) {
                case 1 -> new Invocation(
                        invocationId == null || invocationId.isEmpty() ? null : invocationId,
                        text(target, "target"), required(arguments, "arguments"), streamIds);
                case 2 -> new StreamItem(text(invocationId, "invocationId"), required(item, "item"));
                case 3 -> completion();
                case 4 -> new StreamInvocation(
                        text(invocationId, "invocationId"), text(target, "target"), required(arguments, "arguments"), streamIds);
                case 5 -> new CancelInvocation(text(invocationId, "invocationId"));
                case 6 -> new Ping();
                case 7 -> new Close(error, allowReconnect);
                case 8 -> new Ack(required(sequenceId, "sequenceId"));
                case 9 -> new Sequence(required(sequenceId, "sequenceId"));
                default -> new Unknown(type);
            };
        }

        private Completion completion() {
            if (error != null && result != null) {
                throw new ProtocolException("The 'error' and 'result' properties are mutually exclusive.");
            }
            return new Completion(text(invocationId, "invocationId"), result, error);
        }

        private static <T> T required(T value, String name) {
            if (value == null) {
                throw new ProtocolException("Missing required property '" + name + "'.");
            }
            return value;
        }

        private static String text(String value, String name) {
            return required(value == null || value.isEmpty() ? null : value, name);
        }

        private static String textOrNull(JsonReader json) {
            return json.takeNull() ? null : json.string();
        }

        private Arguments value(JsonReader json) {
            json.peek();
            int from = json.position();
            json.skip();
            return new JsonArguments(record, new int[] {from, json.position()}, mapping);
        }

        private Arguments array(JsonReader json) {
            int[] bounds = new int[8];
            int used = 0;
            if (json.open('[')) {
                do {
                    if (used == bounds.length) {
                        bounds = Arrays.copyOf(bounds, 2 * used);
                    }
                    json.peek();
                    bounds[used++] = json.position();
                    json.skip();
                    bounds[used++] = json.position();
                } while (json.more('['));
            }
            return new JsonArguments(record, Arrays.copyOf(bounds, used), mapping);
        }

        private static List<String> texts(JsonReader json) {
            List<String> texts = new ArrayList<>();
            if (!json.takeNull() && json.open('[')) {
                do {
                    texts.add(json.string());
                } while (json.more('['));
            }
            return texts;
        }
    }
}
