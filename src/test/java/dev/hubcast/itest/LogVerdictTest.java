package dev.hubcast.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LogVerdictTest {

    private static final String QUIET = """
            2026-11-22T08:29:01.033 WARNING [security.ssl] The SSL certificate has expired: [
              Subject: nobody
              SEVERE is only a word here
            ]
            2026-11-22T08:29:04.100 INFO [PayaraMicro] Payara Micro ready
            """;
    private static final String BROKEN = QUIET + """
            2026-11-22T08:29:05.301 SEVERE [dev.hubcast.connection] The outbox is broken
            java.lang.IllegalStateException: twice closed
            \tat dev.hubcast.connection.Outbox.close(Outbox.java:42)
            2026-11-22T08:29:05.306 INFO [dev.hubcast] And on it goes
            """;

    @Test
    void a_log_without_errors_is_fine() {
        assertThat(LogVerdict.complaints(QUIET, List.of())).isEmpty();
    }

    @Test
    void an_empty_log_is_fine() {
        assertThat(LogVerdict.complaints("", List.of())).isEmpty();
    }

    @Test
    void an_unexpected_error_is_shown_with_its_stack_trace_and_nothing_else() {
        assertThat(LogVerdict.complaints(BROKEN, List.of())).singleElement().asString()
                .contains("The outbox is broken", "twice closed", "Outbox.java:42")
                .doesNotContain("certificate", "And on it goes");
    }

    @Test
    void each_unexpected_error_is_shown() {
        assertThat(LogVerdict.complaints(BROKEN + BROKEN, List.of())).hasSize(2);
    }

    @Test
    void an_error_that_a_test_expects_is_fine() {
        assertThat(LogVerdict.complaints(BROKEN, List.of(expected("outbox is broken")))).isEmpty();
    }

    @Test
    void an_error_may_be_expected_by_its_stack_trace() {
        assertThat(LogVerdict.complaints(BROKEN, List.of(expected("IllegalStateException: twice \\w+")))).isEmpty();
    }

    @Test
    void expecting_one_error_does_not_excuse_another() {
        String log = BROKEN + "2026-11-22T08:29:06.000 SEVERE [dev.hubcast] Something else\n";

        assertThat(LogVerdict.complaints(log, List.of(expected("outbox")))).singleElement().asString().contains("Something else");
    }

    @Test
    void an_expected_error_that_is_missing_is_shown() {
        assertThat(LogVerdict.complaints(QUIET, List.of(expected("outbox")))).containsExactly("Expected, but not logged: outbox");
    }

    @Test
    void a_warning_is_no_expected_error() {
        assertThat(LogVerdict.complaints(QUIET, List.of(expected("certificate")))).hasSize(1);
    }

    @Test
    void an_optional_error_may_be_missing() {
        assertThat(LogVerdict.complaints(QUIET, List.of(new ExpectedError(Pattern.compile("outbox"), true)))).isEmpty();
    }

    @Test
    void wildfly_says_error() {
        String log = "08:29:05,301 ERROR [org.xnio.listener] (default I/O-1) XNIO001007: A channel event listener threw an exception\n";

        assertThat(LogVerdict.complaints(log, List.of())).singleElement().asString().contains("XNIO001007");
    }

    private static ExpectedError expected(String regex) {
        return new ExpectedError(Pattern.compile(regex), false);
    }
}
