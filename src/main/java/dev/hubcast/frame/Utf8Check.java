package dev.hubcast.frame;

/**
 * Checks that bytes are UTF-8 (RFC 3629, section 4), part by part: what ends in the middle of a character goes on in the next part. Used by
 * one thread at a time.
 */
final class Utf8Check {

    /** How many bytes the character still needs, and the range of the next one, which is narrower for some first bytes. */
    private int needed;
    private int lowest = 0x80;
    private int highest = 0xbf;

    /** Looks at a part. Answers false as soon as no continuation can make it UTF-8. */
    boolean accepts(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            int b = bytes[i];
            if (needed == 0) {
                if (b < 0 && !begins(b & 0xff)) {
                    return false;
                }
            } else if (!continues(b & 0xff)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a message may end here. */
    boolean isComplete() {
        return needed == 0;
    }

    private boolean begins(int first) {
        if (first >= 0xc2 && first <= 0xdf) {
            needed = 1;
        } else if (first >= 0xe0 && first <= 0xef) {
            needed = 2;
            lowest = first == 0xe0 ? 0xa0 : 0x80; // no overlong forms
            highest = first == 0xed ? 0x9f : 0xbf; // no surrogates
        } else if (first >= 0xf0 && first <= 0xf4) {
            needed = 3;
            lowest = first == 0xf0 ? 0x90 : 0x80;
            highest = first == 0xf4 ? 0x8f : 0xbf; // nothing past U+10FFFF
        } else {
            return false;
        }
        return true;
    }

    private boolean continues(int next) {
        if (next < lowest || next > highest) {
            return false;
        }
        needed--;
        lowest = 0x80;
        highest = 0xbf;
        return true;
    }
}
