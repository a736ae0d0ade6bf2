package dev.hubcast.protocol;

/**
 * The first record of a connection, always JSON text ({@code HubProtocol.md}, "HandshakeRequest Message").
 *
 * @param protocol the name of the protocol that the client wants, not null
 * @param version the version of it
 */
public record Handshake(String protocol, int version) {

    /** The answer to a handshake that is accepted, for a protocol of text. */
    public static final Payload ACCEPTED = Payload.ofText("{}" + HubMessageEncoder.RECORD_END);

    private static final Payload ACCEPTED_AS_BYTES = Payload.ofBytes(ACCEPTED.bytes(), false);

    /** The newest version of the hub protocol that is understood. */
    public static final int NEWEST_VERSION = 2;

    /** The first version with which a client shakes hands that wants stateful reconnect. */
    public static final int SEQUENCED_VERSION = 2;

    /**
     * The answer to a handshake that is accepted: the first record in the protocol's own kind of frames.
     *
     * @param protocol the protocol from here on
     * @return the record
     */
    public static Payload accepted(HubProtocol protocol) {
        return protocol.binary() ? ACCEPTED_AS_BYTES : ACCEPTED;
    }

    /**
     * The answer to a handshake that is refused, always as text.
     *
     * @param error what the client reads
     * @return the record
     */
    public static Payload refused(String error) {
        StringBuilder out = new StringBuilder("{\"error\":");
        JsonText.quote(out, error);
        return Payload.ofText(out.append('}').append(HubMessageEncoder.RECORD_END).toString());
    }

    /**
     * Finds the end of a handshake.
     *
     * @param bytes received bytes
     * @param from where they begin
     * @param to where they end
     * @return the index after its terminator, -1 if it is not complete
     */
    public static int end(byte[] bytes, int from, int to) {
        return TextRecords.end(bytes, from, to);
    }

    /**
     * Reads a handshake.
     *
     * @param bytes received bytes
     * @param from where it begins
     * @param end what {@link #end} answered
     * @return the handshake
     * @throws ProtocolException if it is none
     */
    public static Handshake read(byte[] bytes, int from, int end) {
        String record = TextRecords.text(bytes, from, end);
        try {
            return read(new JsonReader(record, 0, record.length()));
        } catch (JsonSyntaxException e) {
            throw new ProtocolException("Error reading JSON.", e);
        }
    }

    private static Handshake read(JsonReader json) {
        String protocol = null;
        Integer version = null;
        if (json.open('{')) {
            do {
                switch (json.name()) {
                    case "protocol" -> protocol = json.string();
                    case "version" -> version = json.clampedInteger();
                    default -> json.skip();
                }
            } while (json.more('{'));
        }
        json.end();
        if (protocol == null || version == null) {
            throw new ProtocolException("Missing required property '" + (protocol == null ? "protocol" : "version") + "'.");
        }
        return new Handshake(protocol, version);
    }
}
