package dev.hubcast.itest;

import java.util.List;
import java.util.regex.Pattern;

/** Errors that a server logs about itself, whatever the application does; they may come in every test. */
final class KnownServerErrors {

    private static final List<ExpectedError> ALL = List.of(
            // Payara 6.2025.10: a WebSocket ends while the request that opened it is still being finished.
            optional("(?s)because \"connection\" is null.*PECoyoteConnector\\.requestEndEvent"),
            // Payara 6.2025.10: a WebSocket ends while a write to it waits for its turn.
            optional("(?s)\"this\\.this\\$0\\.response\" is null.*OutputBuffer\\$WriteHandlerImpl\\.processCallbacks"));

    private KnownServerErrors() {}

    static List<ExpectedError> all() {
        return ALL;
    }

    private static ExpectedError optional(String pattern) {
        return new ExpectedError(Pattern.compile(pattern), true);
    }
}
