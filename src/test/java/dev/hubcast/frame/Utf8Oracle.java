package dev.hubcast.frame;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** What the JDK takes for UTF-8. */
final class Utf8Oracle {

    /** Whatever a character lacks, one of these is it. */
    private static final byte[][] ENDS = {
        {}, {(byte) 0x80}, {(byte) 0xbf}, {(byte) 0x80, (byte) 0x80}, {(byte) 0xbf, (byte) 0x80},
        {(byte) 0x80, (byte) 0x80, (byte) 0x80}, {(byte) 0xbf, (byte) 0x80, (byte) 0x80}
    };

    private Utf8Oracle() {}

    static boolean isText(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)); // reports what is malformed
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** Whether something could follow that makes it UTF-8. */
    static boolean mayBecomeText(byte[] bytes) {
        for (byte[] end : ENDS) {
            if (isText(ClientFrames.join(bytes, end))) {
                return true;
            }
        }
        return false;
    }
}
