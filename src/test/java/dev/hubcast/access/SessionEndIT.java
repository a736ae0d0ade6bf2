package dev.hubcast.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.TransportType;
import dev.hubcast.context.TestUsers;
import dev.hubcast.itest.Ends;
import dev.hubcast.itest.HttpAnswer;
import dev.hubcast.itest.HubRegistry;
import dev.hubcast.itest.HubWatch;
import dev.hubcast.itest.HubcastWar;
import dev.hubcast.itest.ObservedHub;
import dev.hubcast.itest.OnEveryTransport;
import dev.hubcast.itest.OnServer;
import dev.hubcast.itest.RawHubClient;
import dev.hubcast.itest.RawHubConnector;
import dev.hubcast.itest.RawRequest;
import dev.hubcast.itest.ServerUnderTest;
import jakarta.json.JsonValue;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who logs out has no connection left. The servers' own WebSockets close by themselves then, as the README says. */
@DisabledIfEnvironmentVariable(named = "HUBCAST_WEBSOCKET", matches = "container")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class SessionEndIT {

    private static final String WHY = "Connection closed because its HTTP session has ended.";
    private static final String REASON = "1008 The HTTP session has ended.";
    private static final String NOTE_LATE = "{\"type\":1,\"target\":\"note\",\"arguments\":[\"late\"]}\u001e";

    @ArquillianResource
    URI base;

    @Deployment(testable = false)
    static WebArchive application() {
        return HubcastWar.of(SessionHub.class, SessionNotes.class, SessionServlet.class, TestUsers.class, ObservedHub.class, Ends.class,
                HubRegistry.class);
    }

    /** A browser of somebody who is logged in. */
    private final class Browser {

        private final String user;
        private String cookie;

        Browser(String user) {
            this.user = user;
        }

        Browser session(String what) {
            RawRequest request = identified(RawRequest.of("POST", base.resolve("session/" + what)).body(""));
            HttpAnswer answer = request.send();
            assertThat(answer.status()).as(what).isEqualTo(204);
            for (String set : answer.headers().getOrDefault("Set-Cookie", List.of())) {
                cookie = set.replaceFirst(";.*", "");
            }
            return this;
        }

        private RawRequest identified(RawRequest request) {
            String basic = Base64.getEncoder().encodeToString((user + ":" + user).getBytes(UTF_8));
            RawRequest known = request.header("Authorization", "Basic " + basic);
            return cookie == null ? known : known.header("Cookie", cookie);
        }

        RawHubClient connect(TransportType transport) {
            return RawHubConnector.to(base.resolve("hubs/session")).changing(this::identified).by(transport).connect();
        }

        RawHubClient connect() {
            return connect(TransportType.WEB_SOCKETS);
        }
    }

    private Browser logIn(String user) {
        return new Browser(user).session("begin");
    }

    private static void assertClosed(RawHubClient client, TransportType transport) {
        var last = client.receivedClose();
        assertThat(last.getString("error")).isEqualTo(WHY);
        assertThat(last.getBoolean("allowReconnect")).isTrue();
        if (transport == TransportType.WEB_SOCKETS) {
            client.socket().expectClose(1008);
        } else {
            client.expectEnd();
        }
    }

    @OnEveryTransport
    void connections_end_with_their_session_and_calls_that_wait_are_not_made(TransportType transport) {
        Browser ada = logIn("ada");
        try (RawHubClient neighbour = logIn("eve").connect()) {
            HubWatch watch = HubWatch.alone(neighbour);
            try (RawHubClient sessionless = new Browser("ada").connect(transport); RawHubClient client = ada.connect(transport)) {
                String id = HubWatch.idOf(client);
                client.begin("untilTheEnd");
                client.send("note", "waits");

                ada.session("end");

                assertClosed(client, transport);
                client.sendIfOpen(NOTE_LATE);
                watch.assertEnded(id, REASON, 2);
                assertThat(neighbour.invoke("noted")).isEqualTo(JsonValue.EMPTY_JSON_ARRAY);
                assertThat(sessionless.invoke("noted")).isEqualTo(JsonValue.EMPTY_JSON_ARRAY);
                sessionless.sendIfOpen("{\"type\":7}\u001e");
            }
        }
    }

    @Test
    void a_session_is_followed_when_its_id_changes() {
        Browser ada = logIn("ada");
        String before = ada.cookie;
        try (RawHubClient client = ada.connect()) {
            ada.session("renew");
            assertThat(ada.cookie).isNotEqualTo(before);
            assertThat(client.invoke("noted")).isEqualTo(JsonValue.EMPTY_JSON_ARRAY);

            ada.session("end");

            assertClosed(client, TransportType.WEB_SOCKETS);
        }
    }

    /** Payara looks once a minute for sessions that are over. */
    @Test
    @OnServer(ServerUnderTest.WILDFLY)
    void a_session_that_times_out_ends_its_connections_too() {
        try (RawHubClient client = new Browser("ada").session("begin-for-a-second").connect()) {
            assertClosed(client, TransportType.WEB_SOCKETS);
        }
    }
}
