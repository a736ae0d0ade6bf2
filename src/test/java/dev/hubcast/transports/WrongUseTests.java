package dev.hubcast.transports;

import static dev.hubcast.transports.TransportsApplication.assertAnswer;
import static dev.hubcast.transports.TransportsApplication.assertLives;
import static dev.hubcast.transports.TransportsApplication.assertUnknown;

import dev.hubcast.TransportType;
import dev.hubcast.itest.HubWatch;
import dev.hubcast.itest.OnEveryTransport;
import dev.hubcast.itest.RawHubClient;
import dev.hubcast.itest.RawRequest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/**
 * Requests that do not fit the connection they name, with the statuses and texts of the reference server
 * ({@code HttpConnectionDispatcher}): they are answered, and touch no connection; played by {@link TransportsIT}.
 */
interface WrongUseTests extends TransportsApplication {

    String NO_DELETE = "Cannot terminate this connection using the DELETE endpoint.";

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "WEB_SOCKET")
    default void an_id_is_required_where_no_websocket_is_opened(Use use) {
        assertAnswer(use.request(to(TRANSPORTS), null), 400, "Connection ID required");
        assertAnswer(use.request(to(TRANSPORTS), ""), 400, "Connection ID required");
    }

    @ParameterizedTest
    @EnumSource
    default void an_unknown_id_is_not_found(Use use) {
        assertUnknown(use.request(to(TRANSPORTS), "nobody"));
    }

    @ParameterizedTest
    @EnumSource
    default void the_public_id_is_no_token(Use use) {
        for (TransportType by : TransportType.values()) {
            RawHubClient client = connect(by);

            assertUnknown(use.request(to(TRANSPORTS), HubWatch.idOf(client)));
            assertLives(client);
        }
    }

    @ParameterizedTest
    @EnumSource
    default void a_token_is_unknown_to_every_other_hub(Use use) {
        for (TransportType by : TransportType.values()) {
            RawHubClient client = connect(by);

            assertUnknown(use.request(to("impatient"), client.token()));
            assertLives(client);
        }
    }

    @OnEveryTransport
    default void a_connection_keeps_its_transport(TransportType by) {
        RawHubClient client = connect(by);
        Stream.of(TransportType.values()).filter(other -> other != by).map(Use::opening).forEach(opening ->
                assertAnswer(opening.request(to(TRANSPORTS), client.token()), 400, "Cannot change transports mid-connection"));

        assertLives(client);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "LONG_POLLING")
    default void a_live_connection_is_opened_by_nobody_else(TransportType by) {
        RawHubClient client = connect(by);

        assertAnswer(Use.opening(by).request(to(TRANSPORTS), client.token()), 409, "");
        assertLives(client);
    }

    @Test
    default void a_websocket_takes_no_posts() {
        RawHubClient client = connect(TransportType.WEB_SOCKETS);

        assertAnswer(Use.POST.request(to(TRANSPORTS), client.token()), 405, "POST requests are not allowed for WebSocket connections.");
        assertLives(client);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "LONG_POLLING")
    default void long_polling_alone_is_ended_by_delete(TransportType by) {
        RawHubClient client = connect(by);

        assertAnswer(Use.DELETE.request(to(TRANSPORTS), client.token()), 400, NO_DELETE);
        assertLives(client);
    }

    @OnEveryTransport
    default void other_methods_are_not_allowed(TransportType by) {
        RawHubClient client = connect(by);
        for (String method : new String[] {"PUT", "PATCH", "HEAD", "BREW"}) {
            assertAnswer(RawRequest.of(method, to(TRANSPORTS).pollRequest(client.token()).uri()), 405, "");
        }

        assertLives(client);
    }

    @OnEveryTransport
    default void the_token_of_a_connection_that_has_ended_is_unknown(TransportType by) {
        HubWatch watch = watch();
        RawHubClient client = connect(by);
        String id = HubWatch.idOf(client);

        client.send("hangUp");
        client.receivedClose();
        client.expectEnd();
        client.close();

        watch.assertEnded(id, "1000 Aborted by the hub.", 1);
        for (Use use : Use.values()) {
            assertUnknown(use.request(to(TRANSPORTS), client.token()));
        }
    }

    @OnEveryTransport
    default void wrong_use_of_a_token_does_not_spend_it(TransportType by) {
        String token = to(TRANSPORTS).token();
        assertAnswer(Use.DELETE.request(to(TRANSPORTS), token), 400, NO_DELETE);
        assertAnswer(RawRequest.of("PUT", to(TRANSPORTS).pollRequest(token).uri()), 405, "");
        assertUnknown(Use.opening(by).request(to("impatient"), token));

        assertLives(connect(to(TRANSPORTS), token, by));
    }
}
