package dev.hubcast.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.HubException;
import jakarta.ejb.AccessLocalException;
import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import jakarta.ejb.EJBTransactionRolledbackException;
import jakarta.transaction.TransactionalException;
import jakarta.validation.ConstraintViolationException;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FailureTextsTest {

    private static final String FAILED = "An unexpected error occurred invoking 'Join' on the server.";
    private static final Exception CAUSE = new HubException("The room is closed.");

    private final FailureTexts texts = new FailureTexts(false);
    private final FailureTexts detailed = new FailureTexts(true);

    static Stream<Throwable> wrapped() {
        return Stream.of(
                CAUSE,
                new CompletionException(CAUSE),
                new ExecutionException(CAUSE),
                new InvocationTargetException(CAUSE),
                new UndeclaredThrowableException(CAUSE),
                new EJBException(CAUSE),
                new EJBTransactionRolledbackException("rolled back", CAUSE),
                new TransactionalException("rolled back", CAUSE),
                new CompletionException(new EJBException(new UndeclaredThrowableException(CAUSE))));
    }

    @ParameterizedTest
    @MethodSource("wrapped")
    void wrappers_are_taken_off(Throwable failure) {
        assertThat(FailureTexts.unwrap(failure)).isSameAs(CAUSE);
    }

    @Test
    void what_is_no_wrapper_stays_as_it_is() {
        Exception own = new IllegalStateException("own", CAUSE);
        Exception refused = new EJBAccessException("refused");
        Exception empty = new EJBException("without a cause");

        assertThat(FailureTexts.unwrap(own)).isSameAs(own);
        assertThat(FailureTexts.unwrap(new CompletionException(refused))).isSameAs(refused);
        assertThat(FailureTexts.unwrap(empty)).isSameAs(empty);
    }

    @Test
    void a_hub_exception_tells_its_message() {
        assertThat(texts.thrown("Join", CAUSE)).isEqualTo(FAILED + " HubException: The room is closed.");
    }

    @Test
    void another_exception_tells_nothing_unless_details_are_on() {
        Exception failure = new IOException("/etc/passwd");

        assertThat(texts.thrown("Join", failure)).isEqualTo(FAILED);
        assertThat(texts.detail(failure)).isNull();
        assertThat(detailed.thrown("Join", failure)).isEqualTo(FAILED + " IOException: /etc/passwd");
    }

    @Test
    void a_refused_ejb_reads_as_unauthorized() {
        String unauthorized = "Failed to invoke 'Join' because user is unauthorized";

        assertThat(texts.thrown("Join", new EJBAccessException("who"))).isEqualTo(unauthorized);
        assertThat(detailed.thrown("Join", new AccessLocalException("who"))).isEqualTo(unauthorized);
        assertThat(texts.unauthorized("Join")).isEqualTo(unauthorized);
    }

    @Test
    void a_violated_constraint_reads_as_its_path_and_message_without_the_value() {
        ConstraintViolationException failure = new ConstraintViolationException("secret", Set.of(
                FakeViolation.of("must not be blank", "join", "room"),
                FakeViolation.of("must be a date", "join", "order", "day")));

        assertThat(texts.thrown("Join", failure))
                .isEqualTo(FAILED + " HubException: order.day: must be a date; room: must not be blank")
                .doesNotContain(FakeViolation.VALUE);
        assertThat(detailed.thrown("Join", failure)).isEqualTo(texts.thrown("Join", failure));
    }

    @Test
    void the_sentences_are_those_of_the_reference_server() {
        assertThat(texts.unknownMethod("Join"))
                .isEqualTo("Failed to invoke 'Join' due to an error on the server. HubException: Method does not exist.");
        assertThat(texts.notBound("Join", "why")).isEqualTo("Failed to invoke 'Join' due to an error on the server.");
        assertThat(detailed.notBound("Join", "why"))
                .isEqualTo("Failed to invoke 'Join' due to an error on the server. InvalidDataException: why");
        assertThat(texts.notStreaming("Join"))
                .isEqualTo("The client attempted to invoke the non-streaming 'Join' method with a streaming invocation.");
        assertThat(texts.streamCount("Join", 2, 0)).isEqualTo(FAILED + " HubException: Client sent 2 stream(s), Hub method expects 0.");
    }

    @Test
    void what_the_caller_was_meant_to_see_is_nothing_for_the_log() {
        assertThat(Stream.of(CAUSE, new ConstraintViolationException(Set.of()), new EJBAccessException(), new AccessLocalException()))
                .allMatch(FailureTexts::isForCaller);
        assertThat(Stream.of(new EJBException(), new IOException(), new StackOverflowError())).noneMatch(FailureTexts::isForCaller);
    }
}
