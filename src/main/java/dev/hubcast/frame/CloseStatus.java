package dev.hubcast.frame;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * What a close frame says (RFC 6455, section 5.5.1).
 *
 * @param code the code; {@link #NO_STATUS} if the frame is empty
 * @param reason the reason, empty if there is none
 */
public record CloseStatus(int code, String reason) {

    /** The purpose of the connection is fulfilled. */
    public static final int NORMAL = 1000;
    /** A frame breaks the protocol. */
    public static final int PROTOCOL_ERROR = 1002;
    /** No code was sent; never sent itself. */
    public static final int NO_STATUS = 1005;
    /** The connection went without a close frame; never sent itself. */
    public static final int ABNORMAL = 1006;
    /** A text message is not UTF-8. */
    public static final int NOT_UTF8 = 1007;
    /** A message is too big. */
    public static final int TOO_BIG = 1009;

    private static final int FIRST_REGISTERED = 3000;
    private static final int LAST_PRIVATE = 4999;

    /** Reads the payload of a close frame. */
    static CloseStatus read(byte[] payload, int length) {
        if (length == 0) {
            return new CloseStatus(NO_STATUS, "");
        }
        if (length == 1) {
            throw FrameException.protocol("A close frame's code has two bytes.");
        }
        int code = (payload[0] & 0xff) << 8 | payload[1] & 0xff;
        if (!mayBeSent(code)) {
            throw FrameException.protocol("A close frame may not say " + code + ".");
        }
        try {
            return new CloseStatus(
                    code, StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(payload, 2, length - 2)).toString());
        } catch (CharacterCodingException e) {
            throw new FrameException(NOT_UTF8, "A close frame's reason is not UTF-8.");
        }
    }

    /** Codes that an endpoint may send (section 7.4): those that are defined and not reserved, registered ones and private ones. */
    private static boolean mayBeSent(int code) {
        return code >= FIRST_REGISTERED && code <= LAST_PRIVATE
                || code >= NORMAL && code <= 1014 && code != 1004 && code != NO_STATUS && code != ABNORMAL;
    }
}
