package dev.hubcast.realtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.TransportType;
import dev.hubcast.context.TestUsers;
import dev.hubcast.itest.ExpectedLog;
import dev.hubcast.itest.HubcastWar;
import dev.hubcast.itest.OnEveryTransport;
import dev.hubcast.itest.RawHubClient;
import dev.hubcast.itest.RawHubConnector;
import dev.hubcast.itest.RawRequest;
import jakarta.json.JsonString;
import java.net.URI;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Base64;
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

/**
 * A bean sends messages by the service, and those hear them who joined a group as they connected. There are two clients: of ada, in group
 * "north", and of eve, in group "south".
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RealtimeIT {

    private static final String MESSAGE = "[{\"job\":\"j1\",\"percent\":75}]";

    private final List<RawHubClient> clients = new ArrayList<>();

    @ArquillianResource
    URI base;

    private RawHubClient ada;
    private RawHubClient eve;

    @Deployment(testable = false)
    static WebArchive application() {
        return HubcastWar.of(MessagesHub.class, JobHub.class, MailHub.class, Progress.class, JobsGuard.class, JobsResource.class,
                RestApplication.class, TestUsers.class);
    }

    @BeforeEach
    void connect() {
        ada = kept(to("jobs", "ada").query("group", "north").connect());
        eve = kept(to("jobs", "eve").query("group", "south").connect());
    }

    @AfterEach
    void leave() {
        clients.forEach(RawHubClient::close);
    }

    private RawHubClient kept(RawHubClient client) {
        clients.add(client);
        return client;
    }

    private RawHubConnector to(String hub, String user) {
        String credentials = Base64.getEncoder().encodeToString((user + ":" + user).getBytes(UTF_8));
        return RawHubConnector.to(base.resolve("hubs/" + hub)).header("Authorization", "Basic " + credentials);
    }

    private static String id(RawHubClient client) {
        return ((JsonString) client.invoke("connectionId")).getString();
    }

    private void send(String way, String name, String except) {
        String query = "?name=" + URLEncoder.encode(name, UTF_8) + "&except=" + URLEncoder.encode(except, UTF_8);
        assertThat(RawRequest.of("POST", base.resolve("api/jobs/" + way + query)).body("").send().status()).isEqualTo(204);
    }

    private static void assertHears(RawHubClient client) {
        assertThat(client.received("messageReceived").get("arguments").toString()).isEqualTo(MESSAGE);
    }

    private void assertAdaAloneHears() {
        assertHears(ada);
        ada.receivedNothingUntil("nothing");
        eve.receivedNothingUntil("nothing");
    }

    @Test
    void all_hear_what_is_for_all() {
        RawHubClient ofAnotherHub = kept(to("mail", "ada").connect());
        send("all", "", "");

        assertHears(ada);
        assertHears(eve);
        ofAnotherHub.receivedNothingUntil("nothing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"group", "groups"})
    void a_group_hears_what_is_for_it(String way) {
        send(way, "north", "");

        assertAdaAloneHears();
    }

    @ParameterizedTest
    @ValueSource(strings = {"user", "users"})
    void a_user_hears_what_is_for_them(String way) {
        send(way, "ada", "");

        assertAdaAloneHears();
    }

    @ParameterizedTest
    @ValueSource(strings = {"client", "clients"})
    void a_connection_hears_what_is_for_it(String way) {
        send(way, id(ada), "");

        assertAdaAloneHears();
    }

    @Test
    void who_is_left_out_does_not_hear() {
        send("all-except", "", id(eve));
        assertAdaAloneHears();

        send("add", "north", id(eve));
        send("group-except", "north", id(eve));
        assertAdaAloneHears();

        send("remove", "north", id(eve));
        send("group", "north", "");
        assertAdaAloneHears();
    }

    @OnEveryTransport
    void a_client_joins_as_it_connects(TransportType by) {
        RawHubClient client = kept(to("jobs", "eve").by(by).query("group", "a & b").connect());
        send("group", "a & b", "");

        assertHears(client);
        client.invoke("leavegroup", "a & b");
        send("group", "a & b", "");
        client.receivedNothingUntil("nothing");
        ada.receivedNothingUntil("nothing");
    }

    @OnEveryTransport
    void a_client_that_the_guard_refuses_reads_why(TransportType by) {
        RawHubClient refused = kept(to("jobs", "eve").by(by).query("group", "of ada").open());
        refused.sendText("{\"protocol\":\"json\",\"version\":1}\u001e");

        assertThat(refused.receive().toString()).isEqualTo("{\"error\":\"You may not join the group 'of ada'.\"}");
        refused.expectEnd();
    }

    @Test
    void the_guard_knows_the_caller_and_the_hub() {
        RawHubClient own = kept(to("jobs", "ada").query("group", "of ada").connect());
        RawHubClient ofJobs = kept(to("jobs", "bob").query("group", "of jobs").connect());
        send("group", "of ada", "");
        send("group", "of jobs", "");

        assertHears(own);
        assertHears(ofJobs);
        RawHubClient ofMail = kept(to("mail", "bob").query("group", "of jobs").open());
        ofMail.sendText("{\"protocol\":\"json\",\"version\":1}\u001e");
        assertThat(ofMail.receive().getString("error")).isEqualTo("You may not join the group 'of jobs'.");
    }

    @Test
    @ExpectedLog("The join guard failed")
    void a_guard_that_fails_lets_nobody_in() {
        RawHubClient refused = kept(to("jobs", "ada").query("group", "broken").open());
        refused.sendText("{\"protocol\":\"json\",\"version\":1}\u001e");

        assertThat(refused.receive().getString("error")).isEqualTo("You may not join the group 'broken'.");
    }

    @Test
    void only_what_the_base_class_marks_is_called() {
        assertThat(ada.invokeForError("notForClients")).contains("Method does not exist");
        assertThat(ada.invokeForError("leave", "north")).contains("Method does not exist");
    }

    @Test
    void the_library_serves_the_javascript_module() {
        for (String file : List.of("realtime.js", "realtime-service.js")) {
            var answer = RawRequest.of("GET", base.resolve("hubcast/" + file)).send();

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).contains("realtimeServiceOver");
        }
    }
}
