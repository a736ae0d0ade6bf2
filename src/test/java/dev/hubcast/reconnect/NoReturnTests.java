package dev.hubcast.reconnect;

import static dev.hubcast.reconnect.ReconnectApplication.idOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.itest.Frame;
import dev.hubcast.itest.HttpAnswer;
import dev.hubcast.itest.HubWatch;
import jakarta.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that may not come back, or come back wrongly; played by each suite. */
interface NoReturnTests extends ReconnectApplication {

    private static void assertUnknown(HttpAnswer answer) {
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("No Connection with that ID");
    }

    @Test
    default void who_comes_back_too_late_finds_nothing() {
        HubWatch watch = watch("hasty");
        ReturningClient client = connect(hub("hasty"));
        String id = idOf(client);

        client.webSocket().reset();

        watch.assertEnded(id, "1006 The client did not come back.", 1);
        watch.awaitTransports(1);
        assertUnknown(client.refusal());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 3, Integer.MAX_VALUE})
    default void a_wrong_sequence_ends_the_connection_and_touches_no_other(int sequenceId) {
        HubWatch watch = watch("returning");
        ReturningClient client = connect(hub("returning"));
        String id = idOf(client); // the first message
        client.webSocket().reset();

        client.comeBackAt(sequenceId);

        assertThat(client.webSocket().receivedClose()).isEqualTo(Json.createObjectBuilder()
                .add("type", 7).add("error", "Connection closed with an error.").add("allowReconnect", true).build());
        client.webSocket().expectEnd();
        watch.assertEnded(id, "1002 Bad record.", 1);
        client.close();
        watch.awaitTransports(1);
        assertUnknown(client.refusal());
    }

    @Test
    default void who_never_acknowledges_is_closed_as_slow_and_nobody_else_notices() {
        HubWatch watch = watch("hasty");
        ReturningClient client = connect(hub("hasty"));
        String id = idOf(client);

        client.begin("pour", 1000, 1000);
        int sent = client.webSocket().lengthsToTheEnd().stream().mapToInt(length -> length).sum();

        watch.assertEnded(id, "1013 More than 300000 bytes wait.", 1);
        assertThat(sent).as("bytes that were sent and not acknowledged").isBetween(50_000, 250_000);
        assertUnknown(client.refusal());
    }

    @Test
    default void another_user_may_not_come_instead_and_the_right_one_still_may() {
        ReturningClient ada = connect(hub("returning", "ada"));
        ada.webSocket().reset();

        assertThat(ada.refusal(hub("returning", "eve")).status()).isEqualTo(403);
        assertThat(ada.refusal(hub("returning")).status()).as("anonymously").isEqualTo(403);

        ada.comeBack();
        assertThat(ada.invoke("userName").getString("result")).isEqualTo("ada");
    }

    @Test
    default void a_close_frame_is_the_end() {
        HubWatch watch = watch("returning");
        ReturningClient client = connect(hub("returning"));
        String id = idOf(client);

        client.webSocket().socket().send(Frame.close(1000, ""));

        watch.assertEnded(id, "1000", 1);
        client.close();
        watch.awaitTransports(1);
        assertUnknown(client.refusal());
    }

    @Test
    default void who_was_hung_up_on_cannot_come_back() {
        HubWatch watch = watch("returning");
        ReturningClient client = connect(hub("returning"));
        String id = idOf(client);

        client.begin("hangUp");

        watch.assertEnded(id, "1000 Aborted by the hub.", 1);
        client.webSocket().reset();
        watch.awaitTransports(1);
        assertUnknown(client.refusal());
    }

    @Test
    default void who_shook_hands_for_version_1_cannot_come_back() {
        HubWatch watch = watch("returning");
        ReturningClient client = ReturningClient.connect(hub("returning"), 1);
        String id = idOf(client);

        client.webSocket().reset();

        watch.assertBroken(id, 1);
        watch.awaitTransports(1);
        assertUnknown(client.refusal());
    }
}
