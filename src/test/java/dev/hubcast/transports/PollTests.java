package dev.hubcast.transports;

import static dev.hubcast.transports.TransportsApplication.assertAnswer;
import static dev.hubcast.transports.TransportsApplication.assertLives;
import static dev.hubcast.transports.TransportsApplication.assertUnknown;
import static dev.hubcast.transports.TransportsApplication.call;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.TransportType;
import dev.hubcast.itest.HttpAnswer;
import dev.hubcast.itest.HubWatch;
import dev.hubcast.itest.RawExchange;
import dev.hubcast.itest.RawHubClient;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What polls are answered ({@code TransportProtocols.md}, "Long Polling"); played by {@link TransportsIT}. */
interface PollTests extends TransportsApplication {

    Duration AT_THE_LATEST = Duration.ofSeconds(6);

    private RawExchange poll(RawHubClient client) {
        return to(TRANSPORTS).pollRequest(client.token()).begin();
    }

    private static void assertHasNothing(HttpAnswer answer, String contentType) {
        assertAnswer("a poll", answer, 200, "");
        assertThat(answer.header("Content-Length")).isEqualTo("0");
        assertThat(answer.header("Content-Type")).startsWith(contentType);
        assertKeptByNobody(answer);
    }

    private static void assertKeptByNobody(HttpAnswer answer) {
        assertThat(answer.header("Cache-Control")).isEqualTo("no-cache, no-store");
        assertThat(answer.header("Pragma")).isEqualTo("no-cache");
        assertThat(answer.header("Expires")).isEqualTo("Thu, 01 Jan 1970 00:00:00 GMT");
    }

    @Test
    default void the_first_poll_is_answered_at_once_and_another_one_with_all_that_there_is() {
        String token = to(TRANSPORTS).token();
        assertHasNothing(to(TRANSPORTS).pollRequest(token).send(), "application/octet-stream");
        String handshake = "{\"protocol\":\"json\",\"version\":1}" + END;
        assertAnswer(to(TRANSPORTS).postRequest(token, handshake + call("hangUp")), 200, "");

        HttpAnswer answer = to(TRANSPORTS).pollRequest(token).send();
        StringBuilder heard = new StringBuilder(answer.body());
        assertThat(answer.header("Content-Type")).startsWith("application/octet-stream");
        assertKeptByNobody(answer);
        for (answer = to(TRANSPORTS).pollRequest(token).send(); answer.status() == 200; answer = to(TRANSPORTS).pollRequest(token).send()) {
            heard.append(answer.body());
        }

        assertThat(heard.toString()).isEqualTo("{}" + END + "{\"type\":7}" + END);
        assertAnswer("the last poll", answer, 204, "");
        assertUnknown(to(TRANSPORTS).pollRequest(token));
    }

    @Test
    default void a_poll_to_which_there_is_nothing_to_say_is_answered_with_nothing_at_the_poll_timeout() {
        RawHubClient client = connect(to("impatient").by(TransportType.LONG_POLLING));
        for (int i = 0; i < 2; i++) {
            long begun = System.nanoTime();

            HttpAnswer answer = to("impatient").pollRequest(client.token()).send();

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isBetween(POLL_TIMEOUT, AT_THE_LATEST);
            assertHasNothing(answer, "text/plain");
        }
        assertLives(client);
    }

    @Test
    default void a_new_poll_ends_the_one_that_waits_and_hears_in_its_place() {
        HubWatch watch = watch();
        RawHubClient client = connect(TransportType.LONG_POLLING);
        String id = HubWatch.idOf(client);
        RawExchange waiting = poll(client);
        for (int i = 0; i < 3; i++) {
            watch.awaitPoll(id);
            waiting.expectNoAnswer(A_WHILE);

            RawExchange next = poll(client);

            assertAnswer("the poll that waited", waiting.answer(), 204, "");
            waiting = next;
        }

        watch.client().invoke("tell", id, "news");

        assertAnswer("the last poll", waiting.answer(), 200, "{\"type\":1,\"target\":\"told\",\"arguments\":[\"news\"]}" + END);
        assertLives(client);
    }

    @Test
    default void a_delete_ends_the_connection_and_the_poll_that_waits() {
        HubWatch watch = watch();
        RawHubClient client = connect(TransportType.LONG_POLLING);
        String id = HubWatch.idOf(client);
        client.polling().park();
        watch.awaitPoll(id);

        assertAnswer(to(TRANSPORTS).deleteRequest(client.token()), 202, "");

        assertThat(client.receivedClose().getBoolean("allowReconnect")).isTrue();
        watch.assertEnded(id, "1000 Deleted by the client.", 1);
        watch.awaitTransports(1);
        for (Use use : Use.values()) {
            assertUnknown(use.request(to(TRANSPORTS), client.token()));
        }
    }

    @Test
    default void a_delete_between_two_polls_ends_the_connection() {
        HubWatch watch = watch();
        RawHubClient client = connect(TransportType.LONG_POLLING);
        String id = HubWatch.idOf(client);

        assertAnswer(to(TRANSPORTS).deleteRequest(client.token()), 202, "");

        watch.assertEnded(id, "1000 Deleted by the client.", 1);
        watch.awaitTransports(1);
        assertUnknown(to(TRANSPORTS).deleteRequest(client.token()));
        assertUnknown(to(TRANSPORTS).pollRequest(client.token()));
    }
}
