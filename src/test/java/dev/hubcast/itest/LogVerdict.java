package dev.hubcast.itest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Judges a server's log: no error but the expected ones, and each of those. */
final class LogVerdict {

    private LogVerdict() {}

    /** Returns what is wrong, one complaint for each error or missing error; an empty list means that the log is as it should be. */
    static List<String> complaints(String log, Collection<ExpectedError> expected) {
        List<LogEntry> errors = LogEntry.parse(log).stream().filter(LogEntry::isError).toList();
        List<String> complaints = new ArrayList<>();
        errors.stream()
                .filter(error -> expected.stream().noneMatch(one -> one.matches(error)))
                .forEach(error -> complaints.add("Unexpected: " + error.text()));
        expected.stream()
                .filter(one -> !one.optional() && errors.stream().noneMatch(one::matches))
                .forEach(one -> complaints.add("Expected, but not logged: " + one.pattern()));
        return complaints;
    }
}
