package dev.hubcast.bench.hub;

import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Texts as the load tool makes them, which carry their number in the 12 digits behind the eighth character.
 */
final class Numbered {

    private static final int NUMBER = 8;
    private static final int DIGITS = 12;

    private Numbered() {
    }

    /** The text and those that follow it. */
    static Stream<String> texts(String first, int count) {
        String before = first.substring(0, NUMBER);
        String behind = first.substring(NUMBER + DIGITS);
        long number = Long.parseLong(first, NUMBER, NUMBER + DIGITS, 10);
        return LongStream.range(number, number + count).mapToObj(each -> before + digits(each) + behind);
    }

    private static String digits(long number) {
        String digits = Long.toString(number);
        return "0".repeat(DIGITS - digits.length()) + digits;
    }
}
