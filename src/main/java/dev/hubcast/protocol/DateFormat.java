package dev.hubcast.protocol;

import jakarta.json.bind.annotation.JsonbDateFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQuery;
import java.util.Calendar;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Dates and times in a form that their author asks for by {@code @JsonbDateFormat}: text, or milliseconds. */
final class DateFormat implements Conversion {

    /** Kinds that are no points in time. */
    private static final Map<Class<?>, TemporalQuery<?>> LOCAL = Map.of(
            LocalDate.class, LocalDate::from,
            LocalTime.class, LocalTime::from,
            LocalDateTime.class, LocalDateTime::from,
            OffsetTime.class, OffsetTime::from);

    private static final Map<Class<?>, Function<ZonedDateTime, Object>> MOMENTS = Map.of(
            Instant.class, ZonedDateTime::toInstant,
            OffsetDateTime.class, ZonedDateTime::toOffsetDateTime,
            ZonedDateTime.class, time -> time,
            Date.class, time -> Date.from(time.toInstant()),
            Calendar.class, time -> MoreScalars.calendar(time.toInstant()));

    private final Class<?> type;
    private final boolean millis;
    private final DateTimeFormatter format;

    DateFormat(JsonbDateFormat annotation, Class<?> type) {
        this.type = type;
        this.millis = annotation.value().equals(JsonbDateFormat.TIME_IN_MILLIS) && MOMENTS.containsKey(type);
        this.format = millis ? null : DateTimeFormatter.ofPattern(annotation.value(), locale(annotation.locale()));
    }

    static boolean isFor(Class<?> type) {
        return LOCAL.containsKey(type) || MOMENTS.containsKey(type);
    }

    static Locale locale(String tag) {
        return tag.equals(JsonbDateFormat.DEFAULT_LOCALE) ? Locale.getDefault() : Locale.forLanguageTag(tag);
    }

    @Override
    public void write(MessagePackOutput out, Object value, int depth) {
        Instant instant = MoreScalars.instantOf(value);
        if (millis) {
            out.integer(instant.toEpochMilli());
        } else if (value instanceof TemporalAccessor time && !(value instanceof Instant)) {
            out.text(format.format(time));
        } else {
            out.text(format.format(instant.atZone(ZoneOffset.UTC)));
        }
    }

    @Override
    public Object read(ValueInput in) {
        if (millis) {
            return MOMENTS.get(type).apply(Instant.ofEpochMilli(in.integer()).atZone(ZoneOffset.UTC));
        }
        String text = in.string();
        return LOCAL.containsKey(type) ? format.parse(text, LOCAL.get(type)) : MOMENTS.get(type).apply(moment(text));
    }

    /** A time without a zone is UTC's, a day without a time its beginning. */
    private ZonedDateTime moment(String text) {
        TemporalAccessor best = format.parseBest(text, ZonedDateTime::from, LocalDateTime::from, LocalDate::from);
        if (best instanceof ZonedDateTime time) {
            return time;
        }
        LocalDateTime local = best instanceof LocalDate day ? day.atStartOfDay() : (LocalDateTime) best;
        return local.atZone(ZoneOffset.UTC);
    }
}
