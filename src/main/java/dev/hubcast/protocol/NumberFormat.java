package dev.hubcast.protocol;

import jakarta.json.bind.annotation.JsonbNumberFormat;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.ParsePosition;
import java.util.Map;
import java.util.function.Function;

/** Numbers in a form that their author asks for by {@code @JsonbNumberFormat}: text. */
final class NumberFormat implements Conversion {

    private static final Map<Class<?>, Function<BigDecimal, Number>> EXACTLY = Map.ofEntries(
            Map.entry(byte.class, BigDecimal::byteValueExact),
            Map.entry(Byte.class, BigDecimal::byteValueExact),
            Map.entry(short.class, BigDecimal::shortValueExact),
            Map.entry(Short.class, BigDecimal::shortValueExact),
            Map.entry(int.class, BigDecimal::intValueExact),
            Map.entry(Integer.class, BigDecimal::intValueExact),
            Map.entry(long.class, BigDecimal::longValueExact),
            Map.entry(Long.class, BigDecimal::longValueExact),
            Map.entry(float.class, number -> finite(number.floatValue())),
            Map.entry(Float.class, number -> finite(number.floatValue())),
            Map.entry(double.class, number -> finite(number.doubleValue())),
            Map.entry(Double.class, number -> finite(number.doubleValue())),
            Map.entry(BigInteger.class, BigDecimal::toBigIntegerExact),
            Map.entry(BigDecimal.class, number -> number),
            Map.entry(Number.class, number -> number));

    private final Class<?> type;
    private final DecimalFormat format;

    NumberFormat(JsonbNumberFormat annotation, Class<?> type) {
        this.type = type;
        this.format = new DecimalFormat(annotation.value(), DecimalFormatSymbols.getInstance(DateFormat.locale(annotation.locale())));
        this.format.setParseBigDecimal(true);
    }

    static boolean isFor(Class<?> type) {
        return EXACTLY.containsKey(type);
    }

    @Override
    public void write(MessagePackOutput out, Object value, int depth) {
        out.text(own().format(value));
    }

    @Override
    public Object read(ValueInput in) {
        String text = in.string();
        requireShort(text.length());
        ParsePosition end = new ParsePosition(0);
        Number number = own().parse(text, end);
        if (!(number instanceof BigDecimal exact) || end.getIndex() < text.length()) {
            throw new IllegalArgumentException("not a number in the form that is asked for");
        }
        requireShort(Math.abs((long) exact.scale()));
        return EXACTLY.get(type).apply(exact);
    }

    /** Java's big numbers take time with the square of their length, and an exponent makes any length of a few characters. */
    private static void requireShort(long digits) {
        if (digits > JsonReader.MAX_BIG_NUMBER) {
            throw new IllegalArgumentException("number longer than " + JsonReader.MAX_BIG_NUMBER);
        }
    }

    private static Number finite(Number value) {
        if (!Double.isFinite(value.doubleValue())) {
            throw new IllegalArgumentException("number out of range");
        }
        return value;
    }

    /** A copy, because the format keeps what it works on. */
    private DecimalFormat own() {
        return (DecimalFormat) format.clone();
    }
}
