package dev.hubcast.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.connection.Eventually;
import dev.hubcast.connection.HubConnection;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Which connections belong to the session of the request that opens them. */
class HubServletFilterSessionTest {

    private final FilterInTest hubs = new FilterInTest();
    private final AtomicReference<String> session = new AtomicReference<>("session");

    private FakeRequest webSocket(String hub) {
        return FakeRequest.webSocket(hub).within(session::get);
    }

    private HubConnection open(FakeRequest request) throws Exception {
        hubs.send(request);
        return hubs.admitted.get(hubs.admitted.size() - 1);
    }

    @Test
    void what_a_caller_who_is_logged_in_opens_ends_with_the_session() throws Exception {
        HubConnection negotiated = open(webSocket("/chat").query("id=" + hubs.negotiate("/chat", "ada")).as("ada"));
        HubConnection atOnce = open(webSocket("/rooms/1").as("ada"));
        session.set("other");
        HubConnection ofAnother = open(webSocket("/chat").as("eve"));

        hubs.endpoints.sessions().ended("session");

        assertThat(negotiated.hasEnded()).isTrue();
        assertThat(atOnce.hasEnded()).isTrue();
        assertThat(ofAnother.hasEnded()).isFalse();
    }

    @Test
    void what_nobody_in_particular_opens_outlives_the_session() throws Exception {
        HubConnection connection = open(webSocket("/chat"));

        hubs.endpoints.sessions().ended("session");

        assertThat(connection.hasEnded()).isFalse();
        assertThat(hubs.endpoints.sessions().count()).isZero();
    }

    @Test
    void what_is_opened_without_a_session_belongs_to_none() throws Exception {
        session.set(null);

        HubConnection connection = open(webSocket("/chat").as("ada"));

        assertThat(connection.hasEnded()).isFalse();
        assertThat(hubs.endpoints.sessions().count()).isZero();
    }

    @Test
    void a_hub_may_have_its_connections_outlive_sessions() throws Exception {
        HubConnection connection = open(webSocket("/lasting").as("ada"));

        hubs.endpoints.sessions().ended("session");

        assertThat(connection.hasEnded()).isFalse();
    }

    @Test
    void a_session_that_ends_while_the_server_upgrades_takes_the_connection_with_it() throws Exception {
        FilterInTest.Container upgrading = hubs.container;
        hubs.container = () -> {
            hubs.endpoints.sessions().ended("session");
            upgrading.upgrade();
        };

        assertThat(open(webSocket("/chat").as("ada")).hasEnded()).isTrue();
    }

    @Test
    void nothing_is_left_of_a_request_that_the_server_did_not_upgrade() throws Exception {
        hubs.container = () -> assertThat(hubs.endpoints.sessions().count()).isEqualTo(1);

        hubs.send(webSocket("/chat").as("ada"));

        assertThat(hubs.passedOn).isEqualTo(1);
        assertThat(hubs.endpoints.sessions().count()).isZero();
    }

    @Test
    void nothing_is_left_of_a_connection_that_has_ended() throws Exception {
        HubConnection connection = open(webSocket("/chat").as("ada"));
        assertThat(hubs.endpoints.sessions().count()).isEqualTo(1);

        connection.abort();

        Eventually.holds(() -> assertThat(hubs.endpoints.sessions().count()).isZero());
    }
}
