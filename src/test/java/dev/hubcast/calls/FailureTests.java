package dev.hubcast.calls;

import static dev.hubcast.calls.CallsApplication.notInvoked;
import static dev.hubcast.calls.CallsApplication.unexpected;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.itest.ExpectedLog;
import dev.hubcast.itest.RawHubClient;
import jakarta.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients read of failures, and what they do not; played by {@link CallsIT}. */
interface FailureTests extends CallsApplication {

    @ParameterizedTest
    @CsvSource({"throwUnchecked, IllegalStateException, unchecked", "throwChecked, IOException, checked",
        "throwError, StackOverflowError, error", "failStage, IOException, stage", "failStageLater, IOException, later stage"})
    @ExpectedLog("throwUnchecked failed|throwChecked failed|throwError failed|failStage failed|failStageLater failed")
    default void a_failure_reads_in_general_words_and_on_error_is_told_all(String method, String type, String word) {
        RawHubClient client = connect("calls");

        assertThat(client.invokeForError(method)).isEqualTo(unexpected(method));
        assertThat(client.received("failed").getJsonArray("arguments"))
                .isEqualTo(Json.createArrayBuilder(List.of(type, "secret of " + word)).build());
        assertAnswers(client);
    }

    @ParameterizedTest
    @CsvSource({"throwUnchecked, IllegalStateException, unchecked", "throwChecked, IOException, checked",
        "throwError, StackOverflowError, error", "failStage, IOException, stage", "failStageLater, IOException, later stage"})
    @ExpectedLog("throwUnchecked failed|throwChecked failed|throwError failed|failStage failed|failStageLater failed")
    default void a_hub_with_detailed_errors_tells_type_and_message(String method, String type, String word) {
        assertThat(connect("detailed").invokeForError(method)).isEqualTo(unexpected(method) + " " + type + ": secret of " + word);
    }

    @ParameterizedTest
    @ValueSource(strings = {"throwHub", "failStageWithHub"})
    default void a_hub_exception_is_for_the_client_and_for_nobody_else(String method) {
        RawHubClient client = connect("calls");

        assertThat(client.invokeForError(method, "told \"you\" \u2603"))
                .isEqualTo(unexpected(method) + " HubException: told \"you\" \u2603");
        client.receivedNothingUntil("echo", "x");
    }

    @Test
    @ExpectedLog("the result of returnUnwritable cannot be sent")
    default void a_result_that_cannot_be_written_is_a_failure() {
        RawHubClient client = connect("calls");

        assertThat(client.invokeForError("returnUnwritable")).isEqualTo(unexpected("returnUnwritable"));
        assertAnswers(client);
    }

    @Test
    @ExpectedLog("throwUnchecked failed")
    default void without_an_invocation_id_there_is_never_an_answer() {
        RawHubClient client = connect("calls");
        client.send("echo", "x");
        client.send("throwHub", "x");
        client.send("noSuchMethod");
        client.send("echo", 1, 2, 3);
        client.send("blocking");
        client.receivedNothingUntil("echo", "x");

        client.send("throwUnchecked");
        client.received("failed"); // by @OnError
        client.receivedNothingUntil("echo", "x");
    }

    @Test
    default void details_of_arguments_that_do_not_fit_are_for_developers() {
        assertThat(connect("calls").invokeForError("echo")).isEqualTo(notInvoked("echo"));
        assertThat(connect("calls").invokeForError("echo", 1)).isEqualTo(notInvoked("echo"));
        assertThat(connect("detailed").invokeForError("add", 1)).isEqualTo(notInvoked("add")
                + " InvalidDataException: Invocation provides 1 argument(s) but target expects 2.");
        assertThat(connect("detailed").invokeForError("add", "x", 1)).startsWith(notInvoked("add")
                + " InvalidDataException: Error binding arguments.").doesNotContain("java", "jakarta", "hubcast");
    }

    @ParameterizedTest
    @ValueSource(strings = {"noSuchMethod", " echo", "echo ", "CallsHub.echo", "getClass", "hashCode", "toString", "equals", "notify",
        "notifyAll", "wait", "finalize", "clone", "secret", "packagePrivate", "guarded", "shared", "inherited", "original", "made",
        "opened", "closed", "failed", "compose", "hub", "getMetadata", "getContextualInstance", "weld_getTargetInstance", "getTarget",
        "<init>", "echo\\u0000", "\\u0130"})
    default void what_is_no_hub_method_does_not_exist(String method) {
        RawHubClient client = connect("calls");
        String target = "\"" + method + "\"";
        for (String arguments : List.of("[]", "[null]", "[\"x\"]")) {
            client.sendText("{\"type\":1,\"invocationId\":\"1\",\"target\":" + target + ",\"arguments\":" + arguments + "}" + END);

            assertThat(client.completionOf("1").getString("error")).startsWith("Failed to invoke '")
                    .endsWith("' due to an error on the server. HubException: Method does not exist.");
        }
        assertThat(client.invoke("trespasses")).isEqualTo(Json.createValue(0));
    }
}
