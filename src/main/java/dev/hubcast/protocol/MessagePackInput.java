package dev.hubcast.protocol;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Function;
import org.msgpack.core.MessageFormat;
import org.msgpack.core.MessagePack.UnpackerConfig;
import org.msgpack.core.MessageUnpacker;
import org.msgpack.value.ValueType;

/**
 * Reads values out of MessagePack. A length or a number of elements that is more than what is left of the record is refused before
 * anything is made of it, so nothing is allocated for what has not arrived.
 */
final class MessagePackInput implements ValueInput {

    private static final UnpackerConfig STRICT = new UnpackerConfig()
            .withAllowReadingBinaryAsString(false)
            .withAllowReadingStringAsBinary(false);
    private static final char REPLACEMENT = '\ufffd';

    private final MessageUnpacker unpacker;
    private final byte[] bytes;
    private final int from;
    private final int to;
    /** What is left of each array or map that is open, the outermost first. */
    private int[] left = new int[8];
    private int depth;

    private interface Step<T> {

        T take(MessageUnpacker unpacker) throws IOException;
    }

    MessagePackInput(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
        this.unpacker = STRICT.newUnpacker(bytes, from, to - from);
    }

    /** Another reader of what comes next, which leaves this one where it is. */
    MessagePackInput ahead() {
        return new MessagePackInput(bytes, position(), to);
    }

    /** Where the next value begins. */
    int position() {
        return from + (int) unpacker.getTotalReadBytes();
    }

    /** What the next value is. */
    ValueType kind() {
        return format().getValueType();
    }

    private MessageFormat format() {
        return take(MessageUnpacker::getNextFormat);
    }

    @Override
    public boolean takeNull() {
        return take(MessageUnpacker::tryUnpackNil);
    }

    @Override
    public boolean bool() {
        return take(MessageUnpacker::unpackBoolean);
    }

    @Override
    public String string() {
        int length = payload(take(MessageUnpacker::unpackRawStringHeader));
        int start = position();
        take(in -> in.readPayloadAsReference(length));
        String text = new String(bytes, start, length, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0) {
            requireUtf8(start, length);
        }
        return text;
    }

    /** Asked only where a replacement character was seen, which may have been sent as such. */
    private void requireUtf8(int start, int length) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, start, length));
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("The text is not UTF-8.", e);
        }
    }

    /** As text of one character, or as its number, which is the reference's form. */
    @Override
    public char character() {
        if (kind() == ValueType.INTEGER) {
            long number = integer();
            if (number < Character.MIN_VALUE || number > Character.MAX_VALUE) {
                throw new IllegalArgumentException("not a character");
            }
            return (char) number;
        }
        String text = string();
        if (text.length() != 1) {
            throw new IllegalArgumentException("one character expected");
        }
        return text.charAt(0);
    }

    @Override
    public long integer() {
        return take(MessageUnpacker::unpackLong);
    }

    /** Also an integer: JavaScript sends every number without a fraction as one. */
    @Override
    public double doubleNumber() {
        double value = kind() == ValueType.INTEGER ? integerOfAnySize().doubleValue() : take(MessageUnpacker::unpackDouble);
        return finite(value);
    }

    @Override
    public float floatNumber() {
        float value = kind() == ValueType.INTEGER ? integerOfAnySize().floatValue() : take(MessageUnpacker::unpackFloat);
        return (float) finite(value);
    }

    /** JSON has no others, and code that compares a price with a limit counts on that. */
    private static double finite(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("number out of range");
        }
        return value;
    }

    private BigInteger integerOfAnySize() {
        return take(MessageUnpacker::unpackBigInteger);
    }

    /** Also as text, because the format's own integers end at 64 bits. */
    @Override
    public BigInteger bigInteger() {
        return kind() == ValueType.STRING ? new BigInteger(bigNumber()) : integerOfAnySize();
    }

    /** Also as text, which is the reference's form. */
    @Override
    public BigDecimal decimal() {
        return switch (kind()) {
            case STRING -> new BigDecimal(bigNumber());
            case INTEGER -> new BigDecimal(integerOfAnySize());
            default -> format() == MessageFormat.FLOAT32
                    ? new BigDecimal(Float.toString(floatNumber()))
                    : BigDecimal.valueOf(doubleNumber());
        };
    }

    /** A number for Java's big ones, which take time with the square of its length. */
    private String bigNumber() {
        String number = string();
        if (number.length() > JsonReader.MAX_BIG_NUMBER) {
            throw new IllegalArgumentException("number longer than " + JsonReader.MAX_BIG_NUMBER);
        }
        return number;
    }

    @Override
    public byte[] bytes() {
        require(ValueType.BINARY); // short text would be taken for it otherwise
        int length = payload(take(MessageUnpacker::unpackBinaryHeader));
        return take(in -> in.readPayload(length));
    }

    /** As text, as a timestamp, or as .NET writes a time with its offset: the local time as a timestamp, and the minutes. */
    @Override
    public <T> T moment(Function<String, T> fromText, Function<Instant, T> fromInstant) {
        return switch (kind()) {
            case STRING -> fromText.apply(string());
            case ARRAY -> fromInstant.apply(localTimeWithOffset());
            default -> fromInstant.apply(take(MessageUnpacker::unpackTimestamp));
        };
    }

    private Instant localTimeWithOffset() {
        if (arraySize() != 2) {
            throw new IllegalArgumentException("a time and its offset expected");
        }
        Instant local = take(MessageUnpacker::unpackTimestamp);
        return local.minus(Duration.ofMinutes(integer()));
    }

    @Override
    public boolean openArray() {
        return open(arraySize());
    }

    @Override
    public boolean moreElements() {
        return more();
    }

    /** The number of elements of the array that begins here, of which nothing is known to be an array's from here on. */
    int arraySize() {
        int size = take(MessageUnpacker::unpackArrayHeader);
        requireLeft(size);
        return size;
    }

    @Override
    public boolean openObject() {
        return open(mapSize());
    }

    @Override
    public boolean moreMembers() {
        return more();
    }

    /** The same for the members of a map, each of which is two values. */
    int mapSize() {
        int size = take(MessageUnpacker::unpackMapHeader);
        requireLeft(2L * size);
        return size;
    }

    private boolean open(int size) {
        if (depth == MAX_DEPTH) {
            throw new IllegalArgumentException("nested deeper than " + MAX_DEPTH);
        }
        if (size == 0) {
            return false;
        }
        if (depth == left.length) {
            left = Arrays.copyOf(left, 2 * depth);
        }
        left[depth++] = size;
        return true;
    }

    private boolean more() {
        if (--left[depth - 1] > 0) {
            return true;
        }
        depth--;
        return false;
    }

    @Override
    public String name() {
        return string();
    }

    @Override
    public void skip() {
        switch (kind()) {
            case ARRAY -> {
                if (openArray()) {
                    do {
                        skip();
                    } while (more());
                }
            }
            case MAP -> {
                if (openObject()) {
                    do {
                        skip();
                        skip();
                    } while (more());
                }
            }
            default -> take(in -> {
                in.skipValue();
                return null;
            });
        }
    }

    @Override
    public String json() {
        return JsonValues.read(this).toString();
    }

    private void require(ValueType expected) {
        if (kind() != expected) {
            throw new IllegalArgumentException(expected + " expected, not " + kind());
        }
    }

    private int payload(int length) {
        requireLeft(length);
        return length;
    }

    /** Every value takes a byte at least. */
    private void requireLeft(long least) {
        if (least > to - position()) {
            throw new IllegalArgumentException("longer than the record");
        }
    }

    private <T> T take(Step<T> step) {
        try {
            return step.take(unpacker);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from memory fails.", e);
        }
    }
}
