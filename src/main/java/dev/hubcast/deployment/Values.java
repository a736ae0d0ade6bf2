package dev.hubcast.deployment;

import dev.hubcast.TransportType;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How values of options are written. What cannot be read is refused with what to write instead. */
final class Values {

    /** In place of a path: nowhere. */
    static final String NO_PATH = "none";

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h)");
    private static final Duration LONGEST = Duration.ofDays(365);

    private Values() {}

    static Duration duration(String text) {
        Matcher simple = DURATION.matcher(text);
        Duration duration;
        if (simple.matches()) {
            long amount = Long.parseLong(simple.group(1));
            duration = switch (simple.group(2)) {
                case "ms" -> Duration.ofMillis(amount);
                case "s" -> Duration.ofSeconds(amount);
                case "m" -> Duration.ofMinutes(amount);
                default -> Duration.ofHours(amount);
            };
        } else if (text.startsWith("PT")) {
            duration = Duration.parse(text);
        } else {
            throw new IllegalArgumentException("write a time such as 500ms, 15s, 2m or PT15S");
        }
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("write a time greater than nothing");
        }
        if (duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("write a time of no more than a year");
        }
        return duration;
    }

    static int positive(String text) {
        if (!text.matches("[1-9]\\d{0,9}") || Long.parseLong(text) > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("write a number from 1 to " + Integer.MAX_VALUE);
        }
        return Integer.parseInt(text);
    }

    static int negotiateVersion(String text) {
        if (!text.matches("[01]")) {
            throw new IllegalArgumentException("write 0 or 1");
        }
        return Integer.parseInt(text);
    }

    /** In the order in which they are written. */
    static Set<String> names(String text) {
        Set<String> names = Arrays.stream(text.split(",", -1)).map(String::strip).collect(Collectors.toCollection(LinkedHashSet::new));
        if (names.contains("")) {
            throw new IllegalArgumentException("write names, separated by commas");
        }
        return Collections.unmodifiableSet(names);
    }

    static String path(String text) {
        if (!text.equals(NO_PATH) && !text.matches("(/[\\w.~-]+)+")) {
            throw new IllegalArgumentException("write a path within the application such as /queues, or none");
        }
        return text;
    }

    static WebSocketKind webSocket(String text) {
        return switch (text) {
            case "upgrade" -> WebSocketKind.UPGRADE;
            case "container" -> WebSocketKind.CONTAINER;
            default -> throw new IllegalArgumentException("write upgrade or container");
        };
    }

    static Set<TransportType> transports(String text) {
        Set<TransportType> transports = EnumSet.noneOf(TransportType.class);
        for (String name : text.split(",")) {
            transports.add(switch (name.strip()) {
                case "websockets" -> TransportType.WEB_SOCKETS;
                case "server-sent-events" -> TransportType.SERVER_SENT_EVENTS;
                case "long-polling" -> TransportType.LONG_POLLING;
                default -> throw new IllegalArgumentException("write some of websockets,server-sent-events,long-polling");
            });
        }
        return transports;
    }

    static boolean flag(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("write true or false");
        }
        return Boolean.parseBoolean(text);
    }

    static Set<String> origins(String text) {
        Set<String> origins = Arrays.stream(text.split(",")).map(String::strip).filter(origin -> !origin.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        origins.stream().filter(origin -> !origin.matches("[a-z][a-z0-9+.-]*://[^/\\s]+")).findFirst().ifPresent(origin -> {
            throw new IllegalArgumentException("an origin is a scheme, a host and perhaps a port, such as https://www.example.com; not '"
                    + origin + "'");
        });
        return origins;
    }
}
