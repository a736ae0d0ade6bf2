package dev.hubcast.protocol;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Base64;
import java.util.function.Function;

/** Reads values out of JSON text: bytes are base64, points in time are text. */
final class JsonInput extends JsonReader implements ValueInput {

    JsonInput(String text, int from, int to) {
        super(text, from, to);
    }

    @Override
    public char character() {
        String text = string();
        if (text.length() != 1) {
            throw new JsonSyntaxException("one character expected");
        }
        return text.charAt(0);
    }

    @Override
    public double doubleNumber() {
        return finite(Double.parseDouble(number()));
    }

    @Override
    public float floatNumber() {
        return (float) finite(Float.parseFloat(number()));
    }

    private static double finite(double value) {
        if (!Double.isFinite(value)) {
            throw new JsonSyntaxException("number out of range");
        }
        return value;
    }

    @Override
    public BigInteger bigInteger() {
        return new BigInteger(bigNumber());
    }

    @Override
    public byte[] bytes() {
        return Base64.getDecoder().decode(string());
    }

    @Override
    public <T> T moment(Function<String, T> fromText, Function<Instant, T> fromInstant) {
        return fromText.apply(string());
    }

    @Override
    public boolean openArray() {
        return open('[');
    }

    @Override
    public boolean moreElements() {
        return more('[');
    }

    @Override
    public boolean openObject() {
        return open('{');
    }

    @Override
    public boolean moreMembers() {
        return more('{');
    }

    @Override
    public String json() {
        int from = position();
        skip();
        return slice(from);
    }
}
