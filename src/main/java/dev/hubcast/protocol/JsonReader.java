package dev.hubcast.protocol;

import java.math.BigDecimal;

/**
 * Reads JSON text (RFC 8259) in one pass, without building a tree: a caller takes the values that it knows and skips the others.
 *
 * <p>Kept small and of our own because a record's arguments come before the name of their target, so that the reader has to skip them,
 * keep their place and come back when the types are known; {@code jakarta.json.stream.JsonParser} cannot tell places portably. Strict:
 * no comments, no trailing commas, nesting of at most {@value #MAX_DEPTH} levels, as the reference server reads.
 */
class JsonReader {

    static final int MAX_DEPTH = ValueInput.MAX_DEPTH;
    static final int MAX_BIG_NUMBER = 1_000;

    private final String text;
    private final int to;
    private int at;
    private int depth;

    JsonReader(String text, int from, int to) {
        this.text = text;
        this.at = from;
        this.to = to;
    }

    /** The first character of the next value, 0 at the end. */
    char peek() {
        skipSpace();
        return at < to ? text.charAt(at) : 0;
    }

    int position() {
        return at;
    }

    String slice(int from) {
        return text.substring(from, at);
    }

    /** Opens an object or array; answers whether it has a first member. */
    boolean open(char bracket) {
        expect(bracket);
        if (++depth > MAX_DEPTH) {
            throw new JsonSyntaxException("nested deeper than " + MAX_DEPTH);
        }
        if (peek() != closing(bracket)) {
            return true;
        }
        at++;
        depth--;
        return false;
    }

    /** After a member: answers whether another one follows, and closes the object or array if not. */
    boolean more(char bracket) {
        char next = peek();
        at++;
        if (next == ',') {
            return true;
        }
        if (next != closing(bracket)) {
            throw new JsonSyntaxException("expected a comma or the end");
        }
        depth--;
        return false;
    }

    /** The name of the next member of an object. */
    public String name() {
        String name = string();
        expect(':');
        return name;
    }

    public String string() {
        expect('"');
        int from = at;
        for (int i = at; i < to; i++) {
            char c = text.charAt(i);
            if (c == '"') {
                at = i + 1;
                return text.substring(from, i);
            }
            if (c == '\\') {
                return unescape(from, i);
            }
            if (c < ' ') {
                throw new JsonSyntaxException("control character in a string");
            }
        }
        throw new JsonSyntaxException("string without an end");
    }

    private String unescape(int from, int firstEscape) {
        StringBuilder out = new StringBuilder(Math.min(to - from, 2 * (firstEscape - from) + 16)).append(text, from, firstEscape);
        at = firstEscape;
        while (true) {
            char c = next();
            if (c == '"') {
                return out.toString();
            }
            if (c < ' ') {
                throw new JsonSyntaxException("control character in a string");
            }
            out.append(c == '\\' ? escaped() : c);
        }
    }

    private char escaped() {
        char c = next();
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> (char) (hex() << 12 | hex() << 8 | hex() << 4 | hex());
            default -> throw new JsonSyntaxException("unknown escape");
        };
    }

    private int hex() {
        char c = next();
        int digit = c < 128 ? Character.digit(c, 16) : -1;
        if (digit < 0) {
            throw new JsonSyntaxException("four hexadecimal digits expected");
        }
        return digit;
    }

    public boolean bool() {
        if (peek() == 't') {
            word("true");
            return true;
        }
        word("false");
        return false;
    }

    /** Takes a null if there is one. */
    public boolean takeNull() {
        if (peek() != 'n') {
            return false;
        }
        word("null");
        return true;
    }

    /** A number as it is written. */
    String number() {
        skipSpace();
        int from = at;
        if (at < to && text.charAt(at) == '-') {
            at++;
        }
        if (at < to && text.charAt(at) == '0') {
            at++;
        } else {
            digits();
        }
        if (at < to && text.charAt(at) == '.') {
            at++;
            digits();
        }
        if (at < to && (text.charAt(at) | 0x20) == 'e') {
            at++;
            if (at < to && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
                at++;
            }
            digits();
        }
        return text.substring(from, at);
    }

    public BigDecimal decimal() {
        return new BigDecimal(bigNumber());
    }

    /** A number for Java's big ones, which take time with the square of its length. */
    String bigNumber() {
        String number = number();
        if (number.length() > MAX_BIG_NUMBER) {
            throw new JsonSyntaxException("number longer than " + MAX_BIG_NUMBER);
        }
        return number;
    }

    /** A number without fraction and exponent, as the reference takes for an integer; anything beyond long is refused. */
    public long integer() {
        String digits = number();
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            throw new JsonSyntaxException("not an integer in range", e);
        }
    }

    /** An integer; one that int cannot hold becomes the nearest that it can. */
    int clampedInteger() {
        long value = integer();
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, value));
    }

    /** Checks the next value and leaves it behind. */
    public void skip() {
        switch (peek()) {
            case '{' -> {
                if (open('{')) {
                    do {
                        name();
                        skip();
                    } while (more('{'));
                }
            }
            case '[' -> {
                if (open('[')) {
                    do {
                        skip();
                    } while (more('['));
                }
            }
            case '"' -> string();
            case 't', 'f' -> bool();
            case 'n' -> word("null");
            default -> number();
        }
    }

    /** Nothing but white space may follow. */
    void end() {
        if (peek() != 0 || at < to) {
            throw new JsonSyntaxException("text after the value");
        }
    }

    private void digits() {
        int from = at;
        while (at < to && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (at == from) {
            throw new JsonSyntaxException("value expected");
        }
    }

    private void word(String word) {
        if (at + word.length() > to || !text.startsWith(word, at)) {
            throw new JsonSyntaxException("value expected");
        }
        at += word.length();
    }

    private void expect(char c) {
        if (peek() != c) {
            throw new JsonSyntaxException("'" + c + "' expected");
        }
        at++;
    }

    private char next() {
        if (at >= to) {
            throw new JsonSyntaxException("string without an end");
        }
        return text.charAt(at++);
    }

    private void skipSpace() {
        while (at < to) {
            char c = text.charAt(at);
            if (c != ' ' && c != '\t' && c != '\n' && c != '\r') {
                return;
            }
            at++;
        }
    }

    private static char closing(char bracket) {
        return bracket == '{' ? '}' : ']';
    }
}
