package dev.hubcast.protocol;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessagePack.PackerConfig;
import org.msgpack.core.buffer.MessageBuffer;

/** Writes values as MessagePack, each in its shortest form. */
final class MessagePackOutput implements ValueOutput {

    /** Small, because most records are; it grows by more of the same. */
    private static final PackerConfig BUFFERS = new PackerConfig().withBufferSize(512);
    /** Up to here a number's digits are written out; with more noughts it needs an exponent. */
    private static final int PLAIN_SCALE = 100;

    private final MessageBufferPacker packer = BUFFERS.newBufferPacker();

    private interface Step {

        void put(MessageBufferPacker packer) throws IOException;
    }

    @Override
    public void nil() {
        put(MessageBufferPacker::packNil);
    }

    @Override
    public void bool(boolean value) {
        put(out -> out.packBoolean(value));
    }

    void integer(long value) {
        put(out -> out.packLong(value));
    }

    @Override
    public void number(Number value) {
        if (value instanceof Double || value instanceof Float) {
            floating(value);
        } else if (value instanceof BigDecimal decimal) {
            text(Math.abs((long) decimal.scale()) <= PLAIN_SCALE ? decimal.toPlainString() : decimal.toString());
        } else if (value instanceof BigInteger big) {
            bigInteger(big);
        } else {
            integer(value.longValue());
        }
    }

    void numberOrNil(Number value) {
        if (value == null) {
            nil();
        } else {
            number(value);
        }
    }

    private void floating(Number value) {
        if (!Double.isFinite(value.doubleValue())) {
            throw new IllegalArgumentException("Clients cannot be sent the number " + value);
        }
        put(out -> {
            if (value instanceof Float) {
                out.packFloat(value.floatValue());
            } else {
                out.packDouble(value.doubleValue());
            }
        });
    }

    /** Whether the format has the number as an integer, which has 64 bits at most. */
    static boolean isInteger(BigInteger value) {
        return value.bitLength() < Long.SIZE || value.bitLength() == Long.SIZE && value.signum() > 0;
    }

    private void bigInteger(BigInteger value) {
        if (isInteger(value)) {
            put(out -> out.packBigInteger(value));
        } else {
            text(value.toString());
        }
    }

    @Override
    public void text(String value) {
        put(out -> out.packString(value));
    }

    void textOrNil(String value) {
        if (value == null) {
            nil();
        } else {
            text(value);
        }
    }

    @Override
    public void bytes(byte[] value) {
        put(out -> out.packBinaryHeader(value.length).writePayload(value));
    }

    void instant(Instant value) {
        put(out -> out.packTimestamp(value));
    }

    @Override
    public void beginArray(int size) {
        put(out -> out.packArrayHeader(size));
    }

    @Override
    public void element(int index) {
        // the array's header has said how many there are
    }

    @Override
    public void endArray() {
        // the same
    }

    @Override
    public void beginObject(int size) {
        put(out -> out.packMapHeader(size));
    }

    @Override
    public void member(int index, String name) {
        text(name);
    }

    @Override
    public void endObject() {
        // the same
    }

    @Override
    public void json(String text) {
        JsonValues.write(this, text);
    }

    /** Values that are MessagePack already. */
    void raw(byte[] values) {
        put(out -> out.writePayload(values));
    }

    /** All that was written, behind its length. */
    byte[] framed() {
        put(MessageBufferPacker::flush);
        List<MessageBuffer> parts = packer.toBufferList();
        int length = parts.stream().mapToInt(MessageBuffer::size).sum();
        byte[] record = LengthPrefix.before(length);
        int at = record.length - length;
        for (MessageBuffer part : parts) {
            part.getBytes(0, record, at, part.size());
            at += part.size();
        }
        return record;
    }

    private void put(Step step) {
        try {
            step.put(packer);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory fails.", e);
        }
    }
}
