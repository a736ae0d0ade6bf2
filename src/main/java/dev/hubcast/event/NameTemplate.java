package dev.hubcast.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The name of a group or a user with placeholders, as in {@link BroadcastTo#group()}: what a hub joins its callers to is made by the same
 * rule as what events are sent to.
 *
 * <pre>{@code
 * private static final NameTemplate CITY = NameTemplate.of("{region}-{city}");
 *
 * public void watch(HubCaller caller, String region, String city) {
 *     hub.groups().add(caller, CITY.name(region, city));
 * }
 * }</pre>
 *
 * <p>Different values give different names. With one placeholder, that takes nothing: the value stands in the name as it is. With several,
 * the text between two of them could as well be part of a value; so in the value before it, the first character of that text has a
 * backslash put in front, and so has a backslash. {@code {region}-{city}} makes {@code eu-bern} of "eu" and "bern",
 * {@code eu\-west-bern} of "eu-west" and "bern", and {@code eu-west-bern} of "eu" and "west-bern".
 *
 * <p>Immutable.
 */
public final class NameTemplate {

    private static final char ESCAPE = '\\';

    private final String text;
    /** One more than placeholders: what stands before, between and behind them. */
    private final List<String> fixed;
    private final List<String> placeholders;

    private NameTemplate(String text, List<String> fixed, List<String> placeholders) {
        this.text = text;
        this.fixed = List.copyOf(fixed);
        this.placeholders = List.copyOf(placeholders);
    }

    /**
     * Reads a template.
     *
     * @param text fixed text with placeholders in braces, not null
     * @return the template
     * @throws IllegalArgumentException if the text is empty, a brace has no partner, a placeholder is empty, or two of them have no text
     *     between them, or one with a backslash; the message says so, with the cure
     */
    public static NameTemplate of(String text) {
        Objects.requireNonNull(text, "text");
        List<String> fixed = new ArrayList<>();
        List<String> placeholders = new ArrayList<>();
        int from = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
            int close = text.indexOf('}', open);
            if (close < 0) {
                throw refused(text, "the { at " + open + " is never closed. Write placeholders as {property}.");
            }
            fixed.add(text.substring(from, open));
            placeholders.add(text.substring(open + 1, close).strip());
            from = close + 1;
        }
        fixed.add(text.substring(from));
        check(text, fixed, placeholders);
        return new NameTemplate(text, fixed, placeholders);
    }

    private static void check(String text, List<String> fixed, List<String> placeholders) {
        if (text.isEmpty()) {
            throw refused(text, "it is empty. Name somebody.");
        }
        if (fixed.stream().anyMatch(each -> each.indexOf('}') >= 0)) {
            throw refused(text, "a } closes nothing. Write placeholders as {property}.");
        }
        if (placeholders.stream().anyMatch(each -> each.isEmpty() || each.indexOf('{') >= 0)) {
            throw refused(text, "a placeholder names no property. Write placeholders as {property}.");
        }
        for (String between : fixed.subList(1, Math.max(1, fixed.size() - 1))) {
            if (between.isEmpty()) {
                throw refused(text, "two placeholders touch, so that the values 'a', 'bc' and 'ab', 'c' would name the same. Put text"
                        + " between them.");
            }
            if (between.indexOf(ESCAPE) >= 0) {
                throw refused(text, "there is a backslash between two placeholders, where it marks what belongs to a value. Put other text"
                        + " between them.");
            }
        }
    }

    private static IllegalArgumentException refused(String text, String why) {
        return new IllegalArgumentException("'" + text + "' cannot work: " + why);
    }

    /**
     * The placeholders.
     *
     * @return what stands within the braces, in that order; not null, empty for a fixed name
     */
    public List<String> placeholders() {
        return placeholders;
    }

    /**
     * Makes a name.
     *
     * @param values a value for each placeholder, in their order; none is null
     * @return the name
     * @throws IllegalArgumentException if there are not as many values as placeholders
     */
    public String name(String... values) {
        if (values.length != placeholders.size()) {
            throw new IllegalArgumentException("'" + text + "' takes " + placeholders.size() + " values, not " + values.length + ".");
        }
        if (values.length == 0) {
            return text;
        }
        StringBuilder name = new StringBuilder(fixed.get(0));
        for (int i = 0; i < values.length; i++) {
            String behind = fixed.get(i + 1);
            if (i < values.length - 1) {
                escape(name, values[i], behind.charAt(0));
            } else {
                name.append(Objects.requireNonNull(values[i]));
            }
            name.append(behind);
        }
        return name.toString();
    }

    /** The first bare occurrence of the character then is the end of the value. */
    private static void escape(StringBuilder name, String value, char end) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == end || c == ESCAPE) {
                name.append(ESCAPE);
            }
            name.append(c);
        }
    }

    /** The template as it was written. */
    @Override
    public String toString() {
        return text;
    }
}
