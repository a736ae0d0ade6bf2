package dev.hubcast.itest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message in a server's log, with its stack trace.
 *
 * @param level the level as the server names it, empty for lines in front of the first message
 * @param text all lines of the message
 */
record LogEntry(String level, String text) {

    private static final Set<String> ERROR_LEVELS = Set.of("SEVERE", "ERROR", "FATAL");
    // Payara Micro as server-config/payara/test-log.properties has it, and WildFly's own format.
    private static final Pattern FIRST_LINE =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\d[T ])?\\d\\d:\\d\\d:\\d\\d[.,]\\d{3} (?<level>[A-Z]+) +\\[.*");

    static List<LogEntry> parse(String log) {
        List<LogEntry> entries = new ArrayList<>();
        String level = "";
        List<String> lines = new ArrayList<>();
        for (String line : (Iterable<String>) log.lines()::iterator) {
            Matcher firstLine = FIRST_LINE.matcher(line);
            if (firstLine.matches()) {
                addIfAny(entries, level, lines);
                level = firstLine.group("level");
                lines = new ArrayList<>();
            }
            lines.add(line);
        }
        addIfAny(entries, level, lines);
        return entries;
    }

    boolean isError() {
        return ERROR_LEVELS.contains(level);
    }

    private static void addIfAny(List<LogEntry> entries, String level, List<String> lines) {
        if (!lines.isEmpty()) {
            entries.add(new LogEntry(level, String.join("\n", lines)));
        }
    }
}
