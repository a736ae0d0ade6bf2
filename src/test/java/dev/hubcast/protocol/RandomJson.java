package dev.hubcast.protocol;

import java.util.Random;

/** Makes JSON texts, the same ones for the same seed. */
final class RandomJson {

    private static final String[] SPACES = {"", "", "", " ", "\t", "\r\n", "  "};
    private static final String[] NUMBERS = {
        "0", "-0", "7", "-12", "1.5", "0.25", "1e2", "1E+2", "-1.5e-7", "9223372036854775808", "1e999", "123456789012345678901234567890"};
    private static final String[] PARTS = {
        "a", "type", "{", "]", ",", ":", " ", "é", "\u2028", "😀", "\\\"", "\\\\", "\\/", "\\b", "\\f", "\\n", "\\r", "\\t", "\\u0041",
        "\\u001e", "\\ud83d\\ude00", "\\ud83d", "\\udE00", "\\uABCD"};
    private static final String[] MUTATIONS = {
        "{", "}", "[", "]", ",", ":", "\"", "\\", "0", "1", "-", "+", ".", "e", "E", "t", "n", "null", "true", "u", " ", "\n", "\u0000",
        "\u001e", "\u00a0", "/", "'", "\\u12", "\\x", "é", "٣"};

    private final Random random;

    RandomJson(long seed) {
        this.random = new Random(seed);
    }

    /** One value with space around it. */
    String document() {
        return value(0);
    }

    private String value(int depth) {
        return space() + switch (random.nextInt(depth > 5 ? 5 : 9)) {
            case 0, 1 -> of(NUMBERS);
            case 2, 3 -> string();
            case 4 -> of(new String[] {"true", "false", "null"});
            case 5, 6 -> array(depth);
            default -> object(depth);
        } + space();
    }

    private String array(int depth) {
        StringBuilder out = new StringBuilder("[").append(space());
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            out.append(i > 0 ? "," : "").append(value(depth + 1));
        }
        return out.append(']').toString();
    }

    private String object(int depth) {
        StringBuilder out = new StringBuilder("{").append(space());
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            out.append(i > 0 ? "," : "").append(space()).append(string()).append(space()).append(':').append(value(depth + 1));
        }
        return out.append('}').toString();
    }

    String string() {
        StringBuilder out = new StringBuilder("\"");
        int count = random.nextInt(5);
        for (int i = 0; i < count; i++) {
            out.append(of(PARTS));
        }
        return out.append('"').toString();
    }

    /** The text with one to three random changes, which may or may not be JSON still. */
    String mutated(String text) {
        StringBuilder out = new StringBuilder(text);
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(out.length() + 1);
            switch (random.nextInt(4)) {
                case 0 -> out.insert(at, of(MUTATIONS));
                case 1 -> out.replace(at, Math.min(at + 1, out.length()), of(MUTATIONS));
                case 2 -> out.delete(at, Math.min(at + 1 + random.nextInt(3), out.length()));
                default -> out.insert(random.nextInt(out.length() + 1), out.substring(at));
            }
        }
        return out.toString();
    }

    private String space() {
        return of(SPACES);
    }

    private String of(String[] some) {
        return some[random.nextInt(some.length)];
    }
}
