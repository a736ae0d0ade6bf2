package dev.hubcast.protocol;

import java.util.Base64;

/** Writes values as JSON text. */
final class JsonOutput implements ValueOutput {

    private final StringBuilder out;

    JsonOutput(StringBuilder out) {
        this.out = out;
    }

    @Override
    public void nil() {
        out.append("null");
    }

    @Override
    public void bool(boolean value) {
        out.append(value);
    }

    @Override
    public void number(Number value) {
        if ((value instanceof Double || value instanceof Float) && !Double.isFinite(value.doubleValue())) {
            throw new IllegalArgumentException("JSON has no number " + value);
        }
        out.append(value);
    }

    @Override
    public void text(String value) {
        JsonText.quote(out, value);
    }

    @Override
    public void bytes(byte[] value) {
        text(Base64.getEncoder().encodeToString(value));
    }

    @Override
    public void beginArray(int size) {
        out.append('[');
    }

    @Override
    public void element(int index) {
        if (index > 0) {
            out.append(',');
        }
    }

    @Override
    public void endArray() {
        out.append(']');
    }

    @Override
    public void beginObject(int size) {
        out.append('{');
    }

    @Override
    public void member(int index, String name) {
        element(index);
        text(name);
        out.append(':');
    }

    @Override
    public void endObject() {
        out.append('}');
    }

    @Override
    public void json(String text) {
        out.append(text);
    }
}
