package dev.hubcast.protocol;

/**
 * The MessagePack format: binary records, each an array behind its length ({@code HubProtocol.md}, "MessagePack (MsgPack) encoding").
 * Where the document and the reference server differ, it does as the server does.
 */
public final class MessagePackHubProtocol implements HubProtocol {

    private final MessagePackMessageReader reader;
    private final MessagePackMessageWriter writer;

    /**
     * The format with a mapping of values.
     *
     * @param mapping how values are read and written
     */
    public MessagePackHubProtocol(MessagePackMapping mapping) {
        this.reader = new MessagePackMessageReader(mapping);
        this.writer = new MessagePackMessageWriter(mapping);
    }

    @Override
    public String name() {
        return "messagepack";
    }

    @Override
    public boolean binary() {
        return true;
    }

    @Override
    public int endOfRecord(byte[] bytes, int from, int to) {
        int begin = LengthPrefix.end(bytes, from, to);
        return begin < 0 ? -1 : (int) Math.min(Integer.MAX_VALUE, (long) begin + LengthPrefix.read(bytes, from, begin));
    }

    @Override
    public HubMessage read(byte[] bytes, int from, int end) {
        return reader.read(new MessagePackInput(bytes, LengthPrefix.end(bytes, from, end), end), bytes);
    }

    @Override
    public Payload write(HubMessage message) {
        return Payload.ofBytes(writer.write(message), message.isSequenced());
    }
}
