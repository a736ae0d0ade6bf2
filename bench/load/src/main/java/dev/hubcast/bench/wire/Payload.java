package dev.hubcast.bench.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The 100 bytes that every measured message carries.
 *
 * <p>{@code k#ooooo#ssssssssssss#tttttttttttttt#xxx….}: its kind, the number of the connection that sent it, its sequence number
 * there, and when it was sent. So whoever receives it can tell loss, doubling, inversion and latency without any state.
 */
public final class Payload {

    /** Bytes of a payload, all ASCII. */
    public static final int LENGTH = 100;

    /** The kind that a server answers to its sender. */
    public static final char ECHO = 'e';

    /** The kind that goes to everybody, as bare endpoints tell them apart. */
    public static final char BROADCAST = 'b';

    private static final byte MARK = '#';
    private static final byte LAST = '.';
    private static final int ORIGIN = 2;
    private static final int ORIGIN_DIGITS = 5;
    private static final int SEQUENCE = ORIGIN + ORIGIN_DIGITS + 1;
    private static final int SEQUENCE_DIGITS = 12;
    private static final int SENT = SEQUENCE + SEQUENCE_DIGITS + 1;
    private static final int SENT_DIGITS = 14;
    private static final int FILLER = SENT + SENT_DIGITS;

    private Payload() {
    }

    static String blank(char kind) {
        byte[] payload = new byte[LENGTH];
        Arrays.fill(payload, (byte) 'x');
        payload[0] = (byte) kind;
        stamp(payload, 0, 0, 0, 0);
        payload[1] = MARK;
        payload[SEQUENCE - 1] = MARK;
        payload[SENT - 1] = MARK;
        payload[FILLER] = MARK;
        payload[LENGTH - 1] = LAST;
        return new String(payload, StandardCharsets.US_ASCII);
    }

    static void stamp(byte[] message, int at, int origin, long sequence, long sent) {
        digits(message, at + ORIGIN, ORIGIN_DIGITS, origin);
        digits(message, at + SEQUENCE, SEQUENCE_DIGITS, sequence);
        digits(message, at + SENT, SENT_DIGITS, sent);
    }

    /**
     * Looks for a payload by its mark, which nothing else in any wire's frames contains.
     *
     * @param buffer what was received
     * @param from where to begin
     * @param to where to stop
     * @return where the payload begins, or -1
     */
    static int find(byte[] buffer, int from, int to) {
        for (int at = from + 1; at < to; at++) {
            if (buffer[at] == MARK) {
                return at - 1;
            }
        }
        return -1;
    }

    /**
     * Whether a whole payload of the right shape stands here.
     *
     * @param buffer what was received
     * @param at where the payload begins
     * @param to where the received message ends
     * @return whether nothing is missing and nothing is where it should not be
     */
    public static boolean intact(byte[] buffer, int at, int to) {
        return to - at >= LENGTH
                && (buffer[at] == ECHO || buffer[at] == BROADCAST)
                && buffer[at + 1] == MARK
                && buffer[at + SEQUENCE - 1] == MARK
                && buffer[at + SENT - 1] == MARK
                && buffer[at + FILLER] == MARK
                && buffer[at + LENGTH - 1] == LAST;
    }

    /**
     * The number of the connection that sent a payload.
     *
     * @param buffer what was received
     * @param at where the payload begins
     * @return the number
     */
    public static int origin(byte[] buffer, int at) {
        return (int) number(buffer, at + ORIGIN, ORIGIN_DIGITS);
    }

    /**
     * The sequence number that the sender gave a payload.
     *
     * @param buffer what was received
     * @param at where the payload begins
     * @return the number, the first is 0
     */
    public static long sequence(byte[] buffer, int at) {
        return number(buffer, at + SEQUENCE, SEQUENCE_DIGITS);
    }

    /**
     * When a payload was sent.
     *
     * @param buffer what was received
     * @param at where the payload begins
     * @return nanoseconds on the load tool's clock
     */
    public static long sent(byte[] buffer, int at) {
        return number(buffer, at + SENT, SENT_DIGITS);
    }

    static void digits(byte[] message, int at, int count, long value) {
        long rest = value;
        for (int i = at + count - 1; i >= at; i--) {
            message[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    private static long number(byte[] buffer, int at, int count) {
        long value = 0;
        for (int i = at; i < at + count; i++) {
            value = value * 10 + (buffer[i] - '0');
        }
        return value;
    }
}
