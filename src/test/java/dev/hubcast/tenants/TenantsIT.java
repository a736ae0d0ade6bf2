package dev.hubcast.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.TransportType;
import dev.hubcast.itest.ExpectedLog;
import dev.hubcast.itest.HubcastWar;
import dev.hubcast.itest.OnEveryTransport;
import dev.hubcast.itest.RawHubClient;
import dev.hubcast.itest.RawHubConnector;
import dev.hubcast.itest.RawRequest;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ada works for two companies, in a group of the same name; whatever is said to one of them, the other one hears nothing of it. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class TenantsIT {

    private static final String NOT_SAID = "It is not said for which tenant this is.";
    private static final String NO_TENANT = "{\"error\":\"The connection belongs to no tenant.\"}";

    private final List<RawHubClient> clients = new ArrayList<>();

    @ArquillianResource
    URI base;

    private RawHubClient ofAcme;
    private RawHubClient ofBird;

    @Deployment(testable = false)
    static WebArchive application() {
        return HubcastWar.of(TeamsHub.class, CompanyHub.class, Companies.class, Tokens.class, ClaimPrincipal.class, Listener.class,
                Spoken.class, Published.class, Newsroom.class, NewsResource.class, RestApplication.class, Doorkeeper.class);
    }

    @BeforeEach
    void connect() {
        ofAcme = member(to("ada").query("tenant", "acme"));
        ofBird = member(to("ada").query("tenant", "bird"));
    }

    @AfterEach
    void leave() {
        clients.forEach(RawHubClient::close);
    }

    private RawHubConnector to(String token) {
        return at("hubs/teams", token);
    }

    private RawHubConnector at(String path, String token) {
        RawHubConnector connector = RawHubConnector.to(base.resolve(path));
        return token == null ? connector : connector.header("Authorization", "Bearer " + token);
    }

    private RawHubClient kept(RawHubClient client) {
        clients.add(client);
        return client;
    }

    private RawHubClient member(RawHubConnector connector) {
        RawHubClient client = kept(connector.connect());
        client.invoke("join", "team");
        return client;
    }

    private static String id(RawHubClient client) {
        return ((JsonString) client.invoke("connectionId")).getString();
    }

    private static void assertHears(RawHubClient client, String way) {
        JsonObject call = client.receive();
        assertThat(call.getString("target")).isIn("said", "heard");
        JsonValue argument = call.getJsonArray("arguments").get(0);
        assertThat(argument instanceof JsonObject event ? event.getString("way") : ((JsonString) argument).getString()).isEqualTo(way);
    }

    private void assertAcmeAloneHears(String way) {
        assertHears(ofAcme, way);
        ofAcme.receivedNothingUntil("nothing");
        ofBird.receivedNothingUntil("nothing");
    }

    private void assertNobodyHears() {
        ofAcme.receivedNothingUntil("nothing");
        ofBird.receivedNothingUntil("nothing");
    }

    private String news(String way, String query) {
        var answer = RawRequest.of("POST", base.resolve("api/news/" + way + "?" + query)).body("").send();
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    private void assertRefused(RawHubConnector connector) {
        RawHubClient refused = kept(connector.open());
        refused.sendText("{\"protocol\":\"json\",\"version\":1}\u001e");

        assertThat(refused.receive()).hasToString(NO_TENANT);
        refused.expectEnd();
    }

    @ParameterizedTest
    @ValueSource(strings = {"all", "allExcept", "client", "clients", "group", "groupExcept", "groups", "user", "users", "typed", "named",
        "caller", "service", "broadcast", "event", "ejb"})
    void what_a_call_sends_stays_in_the_callers_tenant(String way) {
        ofAcme.invoke("say", way, List.of(id(ofAcme), id(ofBird)));

        assertAcmeAloneHears(way);
    }

    @ParameterizedTest
    @ValueSource(strings = {"others", "othersInGroup"})
    void others_are_of_the_callers_tenant(String way) {
        RawHubClient colleague = member(to("eve of acme"));
        colleague.invoke("sayToOthers", way.equals("others") ? null : "team");

        assertAcmeAloneHears(way);
        colleague.receivedNothingUntil("nothing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"context", "typed", "service", "broadcast", "event", "async", "ejb"})
    void a_sender_outside_any_tenant_names_one(String way) {
        assertThat(news(way, "tenant=acme")).isEqualTo("sent");

        assertAcmeAloneHears(way);
    }

    @ParameterizedTest
    @ValueSource(strings = {"all", "group", "client", "service", "add"})
    void a_sender_that_names_none_is_told_so(String way) {
        assertThat(news(way, "id=" + id(ofAcme))).startsWith(NOT_SAID);

        assertNobodyHears();
    }

    @ParameterizedTest
    @ValueSource(strings = {"broadcast", "event", "ejb"})
    @ExpectedLog(NOT_SAID)
    void an_event_that_names_none_is_heard_by_nobody(String way) {
        assertThat(news(way, "")).isEqualTo("sent");

        assertNobodyHears();
    }

    @Test
    void a_connection_of_another_tenant_is_not_found() {
        news("client", "tenant=acme&id=" + id(ofBird));
        news("add", "tenant=acme&id=" + id(ofBird));
        ofAcme.invoke("add", id(ofBird), "added");
        news("added", "tenant=bird");

        assertNobodyHears();
    }

    @Test
    @ExpectedLog("Nothing crosses tenants")
    void a_call_cannot_name_another_tenant() {
        assertThat(ofAcme.invokeForError("sayToTenant", "bird"))
                .isEqualTo("An unexpected error occurred invoking 'sayToTenant' on the server.");

        assertNobodyHears();
    }

    @Test
    void what_is_said_of_those_who_come_stays_in_their_tenant() {
        ofAcme.invoke("join", "watched");

        assertThat(ofAcme.received("came").getJsonArray("arguments").getString(0)).isEqualTo("acme");
        assertThat(ofAcme.received("cameLater").getJsonArray("arguments").getString(0)).isEqualTo("acme");
        assertNobodyHears();
    }

    @OnEveryTransport
    void the_claim_of_a_token_is_a_tenant(TransportType by) {
        RawHubClient client = kept(to("bob of acme").by(by).connect());

        assertThat(client.invoke("tenant")).hasToString("\"acme\"");
        client.invoke("say", "all", List.of());
        assertHears(client, "all");
        assertAcmeAloneHears("all");
    }

    @Test
    void the_path_is_a_tenant_for_those_who_belong_to_it() {
        assertThat(kept(at("bird/hubs/company", "eve").connect()).invoke("tenant")).hasToString("\"bird\"");

        assertRefused(at("acme/hubs/company", "eve"));
    }

    @OnEveryTransport
    void a_tenant_of_the_query_that_the_caller_does_not_have_is_refused(TransportType by) {
        assertRefused(to("eve").by(by).query("tenant", "acme"));
    }

    @Test
    void who_has_no_tenant_is_refused() {
        assertRefused(to("ada"));
        assertRefused(to(null));
        assertRefused(to(null).query("tenant", "acme"));
        assertRefused(to("ada").query("tenant", ""));
    }

    @Test
    void groups_that_clients_choose_are_refused_where_nobody_guards_them() {
        RawHubClient refused = kept(to("ada").query("tenant", "acme").query("group", "team").open());
        refused.sendText("{\"protocol\":\"json\",\"version\":1}\u001e");

        assertThat(refused.receive().getString("error"))
                .isEqualTo("You may not join the group 'team'. The application has no JoinGuard.");
    }
}
