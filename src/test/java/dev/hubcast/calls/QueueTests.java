package dev.hubcast.calls;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hubcast.itest.Frame;
import dev.hubcast.itest.RawHubClient;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** Order, threads and pushing back, with two workers; played by {@link CallsIT}. */
interface QueueTests extends CallsApplication {

    int MANY = 10_000;

    private static JsonObject appended(int number) {
        return Json.createObjectBuilder().add("type", 3).add("invocationId", String.valueOf(number))
                .add("result", Json.createArrayBuilder(List.of(number, number))).build();
    }

    private static byte[] manyCalls(String padding) {
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        for (int i = 1; i <= MANY; i++) {
            String call = "{\"type\":1,\"invocationId\":\"" + i + "\",\"target\":\"append\",\"arguments\":[" + i + ",\"" + padding + "\"]}";
            frames.writeBytes(Frame.of(Frame.TEXT, (call + END).getBytes(UTF_8)).bytes());
        }
        return frames.toByteArray();
    }

    @Test
    default void thousands_of_calls_without_waiting_run_in_order() {
        RawHubClient client = connect("calls");
        client.socket().write(manyCalls(""));

        for (int i = 1; i <= MANY; i++) {
            assertThat(client.receive()).isEqualTo(appended(i));
        }
    }

    @Test
    default void a_client_that_sends_faster_than_its_calls_run_is_pushed_back_and_nobody_else_waits() throws Exception {
        RawHubClient client = connect("calls");
        RawHubClient other = connect("calls");
        String waiting = client.begin("blocking", "flood");
        CompletableFuture<Void> written = client.socket().write(manyCalls("x".repeat(2000)));

        assertThatThrownBy(() -> written.get(2, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
        for (int i = 0; i < 100; i++) {
            assertAnswers(other);
        }
        other.invoke("open", "flood");

        assertThat(client.completionOf(waiting).getString("result")).isEqualTo("after flood");
        for (int i = 1; i <= MANY; i++) {
            assertThat(client.receive()).isEqualTo(appended(i));
        }
        written.get(10, TimeUnit.SECONDS);
    }

    @Test
    default void a_method_that_blocks_holds_up_its_own_client_alone() {
        RawHubClient blocked = connect("calls");
        RawHubClient other = connect("calls");
        String first = blocked.begin("blocking", "own");
        String second = blocked.begin("echo", "later");

        assertAnswers(other);
        other.invoke("open", "own");

        assertThat(blocked.receive().getString("invocationId")).isEqualTo(first);
        assertThat(blocked.receive().getString("invocationId")).isEqualTo(second);
    }

    @Test
    default void a_pending_stage_holds_no_thread_and_its_own_clients_order() {
        List<RawHubClient> pending = new ArrayList<>();
        List<String> calls = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            RawHubClient client = connect("calls");
            pending.add(client);
            calls.add(client.begin("pending", "stage"));
            client.begin("echo", "behind");
        }
        RawHubClient other = connect("calls");
        assertAnswers(other);

        other.invoke("open", "stage");

        for (int i = 0; i < pending.size(); i++) {
            JsonObject first = pending.get(i).receive();
            assertThat(first.getString("invocationId")).isEqualTo(calls.get(i));
            assertThat(first.getString("result")).isEqualTo("after stage");
            assertThat(pending.get(i).receive().getString("result")).isEqualTo("behind");
        }
    }

    @Test
    default void a_client_that_goes_while_its_call_is_pending_leaves_nothing_behind() {
        RawHubClient client = connect("calls");
        RawHubClient other = connect("calls");
        other.invoke("watch");
        String id = connectionIdOf(client);
        client.begin("untilAborted");
        client.socket().reset();

        awaitCallOf(other, "aborted", id);
        awaitCallOf(other, "closed", id);
        assertAnswers(other);
    }

    @Test
    default void abort_closes_the_connection_in_order_and_drops_what_waits() {
        RawHubClient client = connect("calls");
        RawHubClient other = connect("calls");
        other.invoke("watch");
        String id = connectionIdOf(client);
        client.sendText("{\"type\":1,\"target\":\"abort\",\"arguments\":[]}" + END
                + "{\"type\":1,\"invocationId\":\"late\",\"target\":\"echo\",\"arguments\":[\"x\"]}" + END);

        assertThat(client.receive()).isEqualTo(Json.createObjectBuilder().add("type", 7).build());
        client.socket().expectClose(1000);
        awaitCallOf(other, "aborted", id);
        awaitCallOf(other, "closed", id);
    }

    @Test
    default void aborted_completes_when_the_client_says_goodbye() {
        RawHubClient client = connect("calls");
        RawHubClient other = connect("calls");
        other.invoke("watch");
        String id = connectionIdOf(client);
        client.invoke("tellWhenAborted");
        client.sendRecord(Json.createObjectBuilder().add("type", 7).build());

        awaitCallOf(other, "aborted", id);
    }

    @Test
    default void items_belong_to_their_connection() {
        RawHubClient client = connect("calls");
        RawHubClient other = connect("calls");
        client.invoke("put", "name", "value");

        assertThat(client.invoke("get", "name")).isEqualTo(Json.createValue("value"));
        assertThat(other.invoke("get", "name").toString()).isEqualTo("null");
    }

    @Test
    default void the_same_invocation_id_twice_is_answered_twice() {
        RawHubClient client = connect("calls");
        String call = "{\"type\":1,\"invocationId\":\"same\",\"target\":\"echo\",\"arguments\":[\"%s\"]}" + END;
        client.sendText(call.formatted("x") + call.formatted("y"));

        assertThat(client.completionOf("same").getString("result")).isEqualTo("x");
        assertThat(client.completionOf("same").getString("result")).isEqualTo("y");
    }

    @Test
    default void an_invocation_id_of_a_megabyte_is_over_the_limit() {
        RawHubClient client = connect("calls");
        client.socket().write(Frame.text("{\"type\":1,\"invocationId\":\"" + "1".repeat(1024 * 1024) + "\",\"target\":\"echo\"").bytes());

        assertThat(client.receivedClose().getString("error")).isEqualTo("Connection closed with an error.");
        client.socket().expectClose(1000);
    }

    @Test
    default void methods_are_found_in_any_case_and_by_their_new_names() {
        RawHubClient client = connect("calls");

        assertThat(client.invoke("ECHO", "x")).isEqualTo(Json.createValue("x"));
        assertThat(client.invoke("Renamed")).isEqualTo(Json.createValue("renamed"));
        assertThat(client.invoke("apply", "x")).isEqualTo(Json.createValue("applied to x"));
    }

    private static String connectionIdOf(RawHubClient client) {
        return client.completionOf(client.begin("connectionId")).getString("result");
    }

    private static void awaitCallOf(RawHubClient client, String target, String argument) {
        JsonObject call;
        do {
            call = client.received(target);
        } while (!call.getJsonArray("arguments").getString(0).equals(argument));
    }
}
