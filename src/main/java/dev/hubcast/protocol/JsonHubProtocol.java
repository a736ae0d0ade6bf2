package dev.hubcast.protocol;

import jakarta.websocket.EncodeException;

/** The JSON format: text records that end in the character 0x1E ({@code HubProtocol.md}, "JSON Encoding"). */
public final class JsonHubProtocol implements HubProtocol {

    private final HubMessageEncoder encoder;
    private final HubMessageDecoder decoder;

    /**
     * The format with a mapping of values.
     *
     * @param mapping how values are read and written
     */
    public JsonHubProtocol(JsonMapping mapping) {
        this.encoder = new HubMessageEncoder(mapping);
        this.decoder = new HubMessageDecoder(mapping);
    }

    @Override
    public String name() {
        return "json";
    }

    @Override
    public boolean binary() {
        return false;
    }

    @Override
    public int endOfRecord(byte[] bytes, int from, int to) {
        return TextRecords.end(bytes, from, to);
    }

    @Override
    public HubMessage read(byte[] bytes, int from, int end) {
        String record = TextRecords.text(bytes, from, end);
        return decoder.read(record, record.length());
    }

    @Override
    public Payload write(HubMessage message) {
        try {
            return Payload.ofText(encoder.encode(message), message.isSequenced());
        } catch (EncodeException e) {
            throw new IllegalArgumentException(e.getMessage(), e.getCause());
        }
    }
}
