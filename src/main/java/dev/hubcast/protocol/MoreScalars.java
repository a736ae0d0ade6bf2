package dev.hubcast.protocol;

import java.math.BigDecimal;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TimeZone;
import java.util.function.Function;

/** What else JSON Binding knows as one value, and how MessagePack carries all of them. */
final class MoreScalars {

    private static final Map<Class<?>, ValueReader> READERS = Map.ofEntries(
            Map.entry(Number.class, orNull(ValueInput::decimal)),
            Map.entry(Date.class, moment(Date::from)),
            Map.entry(Calendar.class, moment(MoreScalars::calendar)),
            Map.entry(GregorianCalendar.class, moment(MoreScalars::calendar)),
            Map.entry(OffsetTime.class, text(OffsetTime::parse)),
            Map.entry(ZoneId.class, text(ZoneId::of)),
            Map.entry(ZoneOffset.class, text(ZoneOffset::of)),
            Map.entry(TimeZone.class, text(name -> TimeZone.getTimeZone(ZoneId.of(name)))),
            Map.entry(URI.class, text(URI::create)),
            Map.entry(URL.class, text(MoreScalars::url)),
            Map.entry(OptionalInt.class, in -> in.takeNull() ? OptionalInt.empty() : OptionalInt.of(Math.toIntExact(in.integer()))),
            Map.entry(OptionalLong.class, in -> in.takeNull() ? OptionalLong.empty() : OptionalLong.of(in.integer())),
            Map.entry(OptionalDouble.class, in -> in.takeNull() ? OptionalDouble.empty() : OptionalDouble.of(in.doubleNumber())));

    private MoreScalars() {}

    /** The reader for a type that is one value; null for another type. */
    static ValueReader readerFor(Class<?> type) {
        return READERS.get(type);
    }

    /** Answers whether the value is one, and written. */
    static boolean write(MessagePackOutput out, Object value) {
        Instant instant = instantOf(value);
        if (instant != null) {
            out.instant(instant);
        } else if (value instanceof Enum<?> constant) {
            out.text(constant.name());
        } else if (value instanceof Character character) {
            out.integer(character); // as the reference does
        } else if (value instanceof Number number) {
            number(out, new BigDecimal(number.toString()));
        } else if (value instanceof OptionalInt optional) {
            out.numberOrNil(optional.isPresent() ? optional.getAsInt() : null);
        } else if (value instanceof OptionalLong optional) {
            out.numberOrNil(optional.isPresent() ? optional.getAsLong() : null);
        } else if (value instanceof OptionalDouble optional) {
            out.numberOrNil(optional.isPresent() ? optional.getAsDouble() : null);
        } else {
            String text = textOf(value);
            if (text == null) {
                return false;
            }
            out.text(text);
        }
        return true;
    }

    /** A number of a class that is not Java's own kind: an integer if it is one. */
    private static void number(MessagePackOutput out, BigDecimal value) {
        boolean integer = value.scale() <= 0 && value.scale() > -20;
        out.number(integer ? value.toBigIntegerExact() : value);
    }

    /** The point in time that a value is; null if it is none. */
    static Instant instantOf(Object value) {
        if (value instanceof Instant instant) {
            return instant;
        }
        if (value instanceof OffsetDateTime time) {
            return time.toInstant();
        }
        if (value instanceof ZonedDateTime time) {
            return time.toInstant();
        }
        if (value instanceof Calendar calendar) {
            return calendar.toInstant();
        }
        return value instanceof Date date ? Instant.ofEpochMilli(date.getTime()) : null; // those of java.sql refuse toInstant
    }

    private static String textOf(Object value) {
        if (value instanceof LocalDateTime time) {
            return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
        }
        if (value instanceof LocalTime time) {
            return DateTimeFormatter.ISO_LOCAL_TIME.format(time);
        }
        if (value instanceof TimeZone zone) {
            return zone.getID();
        }
        boolean text = value instanceof TemporalAccessor || value instanceof TemporalAmount || value instanceof ZoneId
                || value instanceof URI || value instanceof URL;
        return text ? value.toString() : null;
    }

    static GregorianCalendar calendar(Instant instant) {
        return GregorianCalendar.from(instant.atZone(ZoneOffset.UTC));
    }

    private static URL url(String text) {
        try {
            return new URL(text);
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("not a URL", e);
        }
    }

    private static ValueReader orNull(ValueReader reader) {
        return in -> in.takeNull() ? null : reader.read(in);
    }

    private static ValueReader text(Function<String, Object> parse) {
        return orNull(in -> parse.apply(in.string()));
    }

    private static ValueReader moment(Function<Instant, Object> of) {
        return orNull(in -> in.moment(text -> of.apply(Instant.parse(text)), of));
    }
}
