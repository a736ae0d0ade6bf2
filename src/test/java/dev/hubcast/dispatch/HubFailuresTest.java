package dev.hubcast.dispatch;

import static dev.hubcast.dispatch.HubUnderTest.error;
import static dev.hubcast.dispatch.HubUnderTest.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.Hub;
import dev.hubcast.HubCaller;
import dev.hubcast.HubException;
import dev.hubcast.connection.Eventually;
import dev.hubcast.connection.Peer;
import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import jakarta.validation.ConstraintViolationException;
import jakarta.websocket.OnError;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HubFailuresTest {

    @Hub
    @ServerEndpoint("/a")
    static class Failing {

        static final List<String> TOLD = new CopyOnWriteArrayList<>();

        public String fine(int number) {
            return "fine";
        }

        public void unchecked() {
            throw new IllegalStateException("secret");
        }

        public void checked() throws IOException {
            throw new IOException("secret");
        }

        public void error() {
            throw new AssertionError("secret");
        }

        public void overflow() {
            overflow();
        }

        public CompletionStage<String> stage() {
            return CompletableFuture.supplyAsync(() -> {
                throw new IllegalStateException("secret");
            });
        }

        public void closed() {
            throw new HubException("The room is closed.");
        }

        public CompletionStage<String> closedLater() {
            return CompletableFuture.supplyAsync(() -> {
                throw new HubException("The room is closed.");
            });
        }

        public void closedInAnEjb() {
            throw new EJBException(new HubException("The room is closed."));
        }

        public void refusedByAnEjb() {
            throw new EJBAccessException("secret");
        }

        public void invalid() {
            throw new ConstraintViolationException("secret", Set.of(FakeViolation.of("must not be blank", "invalid", "room")));
        }

        public Object unwritable() {
            return Double.NaN;
        }

        public CompletionStage<Object> unwritableLater() {
            return CompletableFuture.supplyAsync(Unwritable::new);
        }

        @OnError
        void failed(HubCaller caller, Throwable failure) {
            TOLD.add(caller.connectionId() + " " + failure.getClass().getSimpleName());
            throw new IllegalStateException("in @OnError too");
        }
    }

    /** Its property cannot be read. */
    public static final class Unwritable {

        public String getText() {
            throw new IllegalStateException("secret");
        }
    }

    private final HubUnderTest hub = HubUnderTest.of(Failing.class);
    private final Peer peer = hub.connect();

    @AfterEach
    void end() {
        hub.close();
        Failing.TOLD.clear();
    }

    private static String failed(String target) {
        return "An unexpected error occurred invoking '" + target + "' on the server.";
    }

    private void assertLives() {
        peer.invokes("lives", "fine", "1");
        Eventually.holds(() -> assertThat(peer.hears()).last().isEqualTo(result("lives", "\"fine\"")));
    }

    @ParameterizedTest
    @CsvSource({"unchecked, IllegalStateException", "checked, IOException", "error, AssertionError", "overflow, StackOverflowError",
        "stage, IllegalStateException"})
    void a_failure_is_answered_in_general_words_and_told_to_on_error(String target, String failure) {
        peer.invokes("1", target);

        peer.heardExactly(error("1", failed(target)));
        Eventually.holds(() -> assertThat(Failing.TOLD).containsExactly(peer.connection().id() + " " + failure));
        assertLives();
    }

    @Test
    void a_failure_of_a_call_without_an_id_is_told_to_on_error_all_the_same() {
        peer.says("{\"type\":1,\"target\":\"unchecked\",\"arguments\":[]}");
        assertLives();

        assertThat(Failing.TOLD).containsExactly(peer.connection().id() + " IllegalStateException");
        peer.heardExactly(result("lives", "\"fine\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"closed", "closedLater", "closedInAnEjb"})
    void a_hub_exception_reaches_the_client_with_its_message_also_from_wrappers(String target) {
        peer.invokes("1", target);

        peer.heardExactly(error("1", failed(target) + " HubException: The room is closed."));
        assertLives();
        assertThat(Failing.TOLD).isEmpty();
    }

    @Test
    void a_refusal_by_an_ejb_reads_as_unauthorized() {
        peer.invokes("1", "refusedByAnEjb");

        peer.heardExactly(error("1", "Failed to invoke 'refusedByAnEjb' because user is unauthorized"));
        assertLives();
        assertThat(Failing.TOLD).isEmpty();
    }

    @Test
    void a_violated_constraint_reaches_the_client_without_the_value() {
        peer.invokes("1", "invalid");

        peer.heardExactly(error("1", failed("invalid") + " HubException: room: must not be blank"));
        assertLives();
        assertThat(Failing.TOLD).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"unwritable", "unwritableLater"})
    void a_result_that_cannot_be_serialised_is_answered_as_a_failure(String target) {
        peer.invokes("1", target);

        peer.heardExactly(error("1", failed(target)));
        assertLives();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1,2", "\"1\"", "1.5", "null", "2147483648", "{}"})
    void arguments_that_do_not_fit_are_answered_and_told_to_nobody_else(String arguments) {
        peer.invokes("1", "FINE", arguments);

        peer.heardExactly(error("1", "Failed to invoke 'FINE' due to an error on the server."));
        assertLives();
        assertThat(Failing.TOLD).isEmpty();
    }

    @Test
    void details_are_written_where_they_are_on() {
        try (HubUnderTest detailed = HubUnderTest.withDetailedErrors(Failing.class)) {
            Peer developer = detailed.connect();
            developer.invokes("1", "unchecked");
            developer.invokes("2", "fine");
            developer.invokes("3", "fine", "\"1\"");
            developer.invokes("4", "unwritable");

            developer.heardExactly(
                    error("1", failed("unchecked") + " IllegalStateException: secret"),
                    error("2", "Failed to invoke 'fine' due to an error on the server."
                            + " InvalidDataException: Invocation provides 0 argument(s) but target expects 1."),
                    error("3", "Failed to invoke 'fine' due to an error on the server."
                            + " InvalidDataException: Error binding arguments. Make sure that the types of the provided values match the"
                            + " types of the hub method being invoked."),
                    error("4", failed("unwritable") + " IllegalArgumentException: JSON has no number NaN"));
        }
    }
}
