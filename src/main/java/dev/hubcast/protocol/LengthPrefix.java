package dev.hubcast.protocol;

/**
 * The length before a binary record: seven bits in a byte, the lowest first, the eighth bit set where another byte follows
 * ({@code HubProtocol.md}, "MessagePack (MsgPack) encoding").
 */
final class LengthPrefix {

    private static final int LONGEST = 5;

    private LengthPrefix() {}

    /** The index after the prefix, -1 if it is not complete. */
    static int end(byte[] bytes, int from, int to) {
        for (int i = 0; i < LONGEST; i++) {
            if (from + i == to) {
                return -1;
            }
            int last = bytes[from + i];
            if (last >= 0) {
                if (i == LONGEST - 1 && last > 7) {
                    break;
                }
                return from + i + 1;
            }
        }
        throw new ProtocolException("Messages over 2GB in size are not supported.");
    }

    /** What a complete prefix says. */
    static int read(byte[] bytes, int from, int end) {
        int length = 0;
        for (int i = from; i < end; i++) {
            length |= (bytes[i] & 0x7f) << 7 * (i - from);
        }
        return length;
    }

    /** An array that begins with the prefix and has room for what it announces. */
    static byte[] before(int length) {
        int bytes = 1;
        for (int rest = length >>> 7; rest > 0; rest >>>= 7) {
            bytes++;
        }
        byte[] record = new byte[Math.addExact(bytes, length)];
        for (int i = 0; i < bytes; i++) {
            record[i] = (byte) (length >>> 7 * i & 0x7f | (i < bytes - 1 ? 0x80 : 0));
        }
        return record;
    }
}
