package dev.hubcast.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.hubcast.Hub;
import dev.hubcast.HubCaller;
import dev.hubcast.HubContext;
import dev.hubcast.JoinGuard;
import dev.hubcast.RealtimeService;
import dev.hubcast.TenantResolver;
import jakarta.inject.Inject;
import jakarta.websocket.server.ServerEndpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ada is a user in two tenants, and in the group "team" of both. */
class HubTesterTenantsTest {

    @Hub
    @ServerEndpoint("/hubs/teams")
    static class TeamsHub {

        @Inject HubContext<TeamsHub> hub;

        @Inject RealtimeService<TeamsHub> service;

        public void join(HubCaller caller, String group) {
            hub.groups().add(caller, group);
        }

        public void leave(HubCaller caller, String group) {
            hub.groups().remove(caller, group);
        }

        public void joinById(String connectionId, String group) {
            hub.groups().add(connectionId, group);
        }

        public String tenant(HubCaller caller) {
            return caller.tenant();
        }

        public void say(HubCaller caller, String way) {
            switch (way) {
                case "all" -> hub.clients().all().send("said");
                case "group" -> hub.clients().group("team").send("said");
                case "user" -> hub.clients().user("ada").send("said");
                case "named" -> hub.tenant(caller.tenant()).clients().group("team").send("said");
                case "service" -> service.sendToGroup("said", "team");
                case "client" -> caller.client().send("said");
                case "others" -> caller.others().send("said");
                case "othersInGroup" -> caller.othersInGroup("team").send("said");
                default -> throw new IllegalArgumentException(way);
            }
        }

        public void sayTo(String connectionId) {
            hub.clients().client(connectionId).send("said");
        }

        public void sayToTenant(String tenant) {
            hub.tenant(tenant).clients().all().send("said");
        }
    }

    /** Hub code fails here on purpose, with a stack trace each time. Held, because a logger that nobody holds forgets its level. */
    private static final Logger OF_FAILURES = Logger.getLogger("dev.hubcast.dispatch");

    @BeforeAll
    static void be_quiet() {
        OF_FAILURES.setLevel(Level.OFF);
    }

    @AfterAll
    static void speak_again() {
        OF_FAILURES.setLevel(null);
    }

    private final List<String> asked = new ArrayList<>();
    private final HubTester<TeamsHub> teams = HubTester.of(TeamsHub.class).detailedErrors()
            .with(TenantResolver.class, (user, request) -> request.queryParameter("tenant"))
            .with(JoinGuard.class, join -> asked.add(join.target() + " of " + join.tenant()));
    private final HubTestClient ofAcme = connect("acme");
    private final HubTestClient ofBird = connect("bird");

    private HubTestClient connect(String tenant) {
        HubTestClient client = teams.connect(as -> as.user("ada").query("tenant", tenant));
        client.invoke("join", "team");
        return client;
    }

    @ParameterizedTest
    @ValueSource(strings = {"all", "group", "user", "named", "client"})
    void what_a_hub_sends_in_a_call_is_for_the_callers_tenant(String way) {
        ofAcme.invoke("say", way);

        ofAcme.received("said");
        ofBird.receivedNothing();
    }

    @Test
    void what_the_service_sends_in_a_call_is_for_the_callers_tenant() {
        ofAcme.invoke("say", "service");

        ofAcme.received("messageReceived", "said");
        ofBird.receivedNothing();
    }

    @ParameterizedTest
    @ValueSource(strings = {"others", "othersInGroup"})
    void others_are_those_of_the_callers_tenant(String way) {
        HubTestClient colleague = connect("acme");
        ofAcme.invoke("say", way);

        colleague.received("said");
        ofAcme.receivedNothing();
        ofBird.receivedNothing();
    }

    @Test
    void a_connection_of_another_tenant_cannot_be_named() {
        ofAcme.invoke("sayTo", ofBird.connectionId());
        ofAcme.invoke("joinById", ofBird.connectionId(), "secret");
        teams.context().tenant("bird").clients().group("secret").send("said");

        ofBird.receivedNothing();
    }

    @Test
    void another_tenant_cannot_be_named_in_a_call() {
        assertThatExceptionOfType(FailedCallException.class).isThrownBy(() -> ofAcme.invoke("sayToTenant", "bird"))
                .withMessageContaining("Nothing crosses tenants");

        ofBird.receivedNothing();
    }

    @Test
    void a_member_that_has_left_hears_no_more() {
        ofAcme.invoke("leave", "team");
        teams.context().tenant("acme").clients().group("team").send("said");

        ofAcme.receivedNothing();
    }

    @Test
    void outside_a_call_the_sender_names_the_tenant() {
        teams.context().tenant("acme").clients().group("team").send("said");
        teams.context().tenant("acme").groups().add(ofBird.connectionId(), "secret");
        teams.context().tenant("bird").groups().add(ofBird.connectionId(), "open");
        teams.context().tenant("bird").clients().group("secret").send("said");
        teams.context().tenant("bird").clients().group("open").send("opened");

        ofAcme.received("said");
        ofBird.received("opened");
        ofBird.receivedNothing();
    }

    @Test
    void outside_a_call_it_is_a_mistake_to_name_none() {
        HubContext<TeamsHub> hub = teams.context();
        teams.context().forget();

        assertThatIllegalStateException().isThrownBy(() -> hub.clients().all().send("said"))
                .withMessageContaining("It is not said for which tenant this is.");
        assertThatIllegalStateException().isThrownBy(() -> hub.clients().client(ofAcme.connectionId()).send("said"));
        assertThatIllegalStateException().isThrownBy(() -> hub.groups().add(ofAcme.connectionId(), "team"));
        assertThatIllegalStateException().isThrownBy(() -> hub.groups().remove(ofAcme.connectionId(), "team"));
        teams.context().sentNothing();
        ofAcme.receivedNothing();
    }

    @Test
    void a_client_is_asked_for_a_result_within_its_tenant_alone() {
        HubContext<TeamsHub> hub = teams.context();
        String bird = ofBird.connectionId();

        assertThat(hub.tenant("acme").clients().client(bird).invoke(String.class, "answer")).isCompletedExceptionally();
        assertThat(hub.tenant("bird").clients().client(bird).invoke(String.class, "answer")).isNotDone();
        assertThatIllegalStateException().isThrownBy(() -> hub.clients().client(bird).invoke(String.class, "answer"))
                .withMessageContaining("It is not said for which tenant this is.");
    }

    @Test
    void what_was_sent_is_asserted_by_tenant() {
        teams.context().forget();
        ofAcme.invoke("say", "group");

        teams.context().sentWithin("acme").group("team").send("said");
        teams.context().sentNothing();
    }

    @Test
    void caller_and_guard_know_the_tenant() {
        assertThat(ofAcme.invoke(String.class, "tenant")).isEqualTo("acme");
        assertThat(asked).containsExactly(
                "Group[hub=TeamsHub, name=team] of acme", "Group[hub=TeamsHub, name=team] of bird");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "absent"})
    void a_connection_without_a_tenant_is_refused(String tenant) {
        assertThatExceptionOfType(RefusedConnectionException.class)
                .isThrownBy(() -> teams.connect(as -> as.query(tenant.isEmpty() ? "tenant" : "other", tenant)))
                .withMessageContaining("The connection belongs to no tenant.");
    }

    @Test
    void without_a_resolver_there_are_no_tenants() {
        HubTester<TeamsHub> plain = HubTester.of(TeamsHub.class).detailedErrors();
        HubTestClient ada = plain.connect(as -> as.user("ada").query("tenant", "acme"));
        ada.invoke("join", "team");
        ada.invoke("say", "group");

        ada.received("said");
        assertThat(ada.invoke(String.class, "tenant")).isNull();
        assertThatIllegalStateException().isThrownBy(() -> plain.context().tenant("acme").clients().all().send("said"))
                .withMessageContaining("Add a bean that is a TenantResolver");
        assertThatIllegalStateException().isThrownBy(() -> plain.context().tenant("acme").groups().add(ada.connectionId(), "team"));
    }
}
