package dev.hubcast.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Text records end in 0x1E; so does the handshake, whatever the protocol ({@code HubProtocol.md}, "Overview"). */
final class TextRecords {

    private static final char REPLACEMENT = '\ufffd';

    private TextRecords() {}

    /** The index after the first terminator, -1 if there is none. */
    static int end(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == HubMessageEncoder.RECORD_END) {
                return i + 1;
            }
        }
        return -1;
    }

    /** The text of a record that ends, with its terminator, at {@code end}. */
    static String text(byte[] bytes, int from, int end) {
        String text = new String(bytes, from, end - from - 1, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0) {
            requireUtf8(bytes, from, end);
        }
        return text;
    }

    /** Asked only where a replacement character was seen, which may have been sent as such. */
    private static void requireUtf8(byte[] bytes, int from, int end) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, end - from - 1));
        } catch (CharacterCodingException e) {
            throw new ProtocolException("The record is not UTF-8.", e);
        }
    }
}
