package dev.hubcast.itest;

import java.util.regex.Pattern;

/**
 * An error that a test wants, or tolerates, in the server's log.
 *
 * @param pattern what is found in the message or its stack trace
 * @param optional whether the error may be missing
 */
record ExpectedError(Pattern pattern, boolean optional) {

    static ExpectedError of(ExpectedLog declared) {
        return new ExpectedError(Pattern.compile(declared.value()), declared.optional());
    }

    static ExpectedError optional(String pattern) {
        return new ExpectedError(Pattern.compile(pattern), true);
    }

    boolean matches(LogEntry entry) {
        return entry.isError() && pattern.matcher(entry.text()).find();
    }
}
