package dev.hubcast.transports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.TransportType;
import dev.hubcast.itest.HttpAnswer;
import dev.hubcast.itest.HubWatch;
import dev.hubcast.itest.RawHubClient;
import dev.hubcast.itest.RawHubConnector;
import dev.hubcast.itest.RawRequest;
import jakarta.json.Json;
import java.time.Duration;
import java.util.List;

/** The application that {@link TransportsIT} deploys, as the test interfaces see it. */
interface TransportsApplication {

    String TRANSPORTS = "transports";
    char END = 0x1E;
    Duration POLL_TIMEOUT = Duration.ofSeconds(1);
    /** Of what must not happen. */
    Duration A_WHILE = Duration.ofMillis(500);

    /** Ways to a hub, new ones each time. */
    RawHubConnector to(String hub);

    /** The same of somebody who is logged in. */
    RawHubConnector to(String hub, String user);

    /** A client that is gone when the test is over. */
    RawHubClient connect(RawHubConnector hub);

    default RawHubClient connect(TransportType by) {
        return connect(to(TRANSPORTS).by(by));
    }

    /** A client with a token of the test's. */
    default RawHubClient connect(RawHubConnector hub, String token, TransportType by) {
        return connect(hub.skippingNegotiation().query("id", token).by(by));
    }

    /** A client of the hub {@link #TRANSPORTS} that sees what becomes of the others. */
    default HubWatch watch() {
        return HubWatch.alone(connect(TransportType.WEB_SOCKETS));
    }

    static void assertAnswer(RawRequest request, int status, String text) {
        assertAnswer(request.toString(), request.send(), status, text);
    }

    static void assertAnswer(String of, HttpAnswer answer, int status, String text) {
        assertThat(answer.status()).as(of).isEqualTo(status);
        assertThat(answer.body()).as(of).isEqualTo(text);
    }

    static void assertUnknown(RawRequest request) {
        assertAnswer(request, 404, "No Connection with that ID");
    }

    static void assertLives(RawHubClient client) {
        client.receivedNothingUntil("id");
    }

    static String note(Object what) {
        return call("note", what.toString());
    }

    /** A call that nobody answers, as a record. */
    static String call(String target, Object... arguments) {
        return Json.createObjectBuilder().add("type", 1).add("target", target)
                .add("arguments", Json.createArrayBuilder(List.of(arguments))).build().toString() + END;
    }
}
