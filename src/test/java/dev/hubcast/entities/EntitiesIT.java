package dev.hubcast.entities;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.connection.Eventually;
import dev.hubcast.context.TestUsers;
import dev.hubcast.itest.ExpectedLog;
import dev.hubcast.itest.HubcastWar;
import dev.hubcast.itest.RawHubClient;
import dev.hubcast.itest.RawHubConnector;
import dev.hubcast.itest.RawRequest;
import dev.hubcast.itest.ServerUnderTest;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.net.URI;
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
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An EJB changes entities; those whom the entity's class names hear of it after the commit, and so do beans. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class EntitiesIT {

    private static final String ADA = "ada";
    private static final String EVE = "eve";
    private static final String NOBODY = null;

    @ArquillianResource
    URI base;

    private final List<RawHubClient> clients = new ArrayList<>();
    private String list;
    private RawHubClient watcher;
    private RawHubClient other;

    @Deployment(testable = false)
    static WebArchive application() {
        return HubcastWar.of(BoardHub.class, Task.class, Note.class, NoteSummary.class, Tasks.class, Witness.class, TasksResource.class,
                        RestApplication.class, TestUsers.class)
                .addAsResource("dev/hubcast/entities/persistence.xml", "META-INF/persistence.xml");
    }

    /** The database stays from test to test, so each has a list of its own. */
    @BeforeEach
    void watch(TestInfo test) {
        list = test.getTestMethod().orElseThrow().getName() + System.nanoTime();
        watcher = watching(ADA, list);
        other = watching(EVE, "another");
    }

    private RawHubClient watching(String user, String which) {
        RawHubConnector connector = RawHubConnector.to(base.resolve("hubs/board"));
        RawHubClient client = (user == null ? connector : connector.header("Authorization", basic(user))).connect();
        clients.add(client);
        client.invoke("watch", which);
        return client;
    }

    private static String basic(String user) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + user).getBytes(UTF_8));
    }

    @AfterEach
    void leave() {
        clients.forEach(RawHubClient::close);
    }

    private void change(String title, String how) {
        post(list, title, how, NOBODY, null);
    }

    private void post(String which, String title, String how, String user, String origin) {
        RawRequest request = RawRequest.of("POST", base.resolve("api/" + which + "/" + title + "/" + how)).body("");
        if (user != null) {
            request = request.header("Authorization", basic(user));
        }
        if (origin != null) {
            request = request.header("Hubcast-Connection", origin);
        }
        assertThat(request.send().status()).isEqualTo(204);
    }

    private static JsonObject heard(RawHubClient client, String operation) {
        return heard(client, "ServiceChange", operation, "Task");
    }

    private static JsonObject heard(RawHubClient client, String method, String operation, String entityName) {
        JsonObject call = client.receive();
        assertThat(call.getString("target")).isEqualTo(method);
        JsonObject change = call.getJsonArray("arguments").getJsonObject(0);
        assertThat(change.keySet()).containsExactly("operation", "entityName", "entity");
        assertThat(change.getString("operation")).isEqualTo(operation);
        assertThat(change.getString("entityName")).isEqualTo(entityName);
        return change.getJsonObject("entity");
    }

    private static void assertHeard(RawHubClient client, String operation, String title) {
        assertThat(heard(client, operation).getString("title")).isEqualTo(title);
    }

    private static String connectionId(RawHubClient client) {
        return ((JsonString) client.invoke("connectionId")).getString();
    }

    private List<String> seenOf(String title) {
        JsonArray seen = watcher.invoke("seenOf", title).asJsonArray();
        return seen.getValuesAs(JsonString::getString);
    }

    @Test
    void what_is_added_updated_and_removed_is_heard_by_those_whom_the_entity_names() {
        change("tea", "add");
        JsonObject added = heard(watcher, "ADD");
        assertThat(added.getString("title")).isEqualTo("tea");
        assertThat(added.getString("list")).isEqualTo(list);
        int id = added.getInt("id");

        change("coffee", "rename");
        JsonObject renamed = heard(watcher, "UPDATE");
        assertThat(renamed.getInt("id")).isEqualTo(id);
        assertThat(renamed.getString("title")).isEqualTo("coffee");
        assertThat(renamed.getInt("updates")).isEqualTo(1);
        assertThat(renamed.getInt("version")).isEqualTo(added.getInt("version") + 1);

        change("it", "remove");
        assertThat(heard(watcher, "DELETE").getInt("id")).isEqualTo(id);
        other.receivedNothingUntil("nothing");
    }

    @Test
    @ExpectedLog(value = "WFLYEJB0034.*addAndFail", on = ServerUnderTest.WILDFLY)
    void a_rollback_sends_nothing() {
        change("never", "refused");
        change("never", "failed");
        change("tea", "add");

        assertHeard(watcher, "ADD", "tea");
        assertThat(seenOf("never")).isEmpty();
    }

    @Test
    void an_entity_is_heard_once_for_a_transaction_with_its_final_state() {
        change("tea", "add-rename");
        assertHeard(watcher, "ADD", "tea");

        change("coffee", "rename-remove");
        assertHeard(watcher, "DELETE", "coffee");
        watcher.receivedNothingUntil("nothing");
    }

    @Test
    void what_comes_and_goes_within_a_transaction_is_not_heard() {
        change("never", "add-remove");

        watcher.receivedNothingUntil("nothing");
        assertThat(seenOf("never")).isEmpty();
    }

    @Test
    void a_new_transaction_within_another_is_heard_at_its_own_end() {
        change("tea", "around-new");
        assertHeard(watcher, "ADD", "tea new");
        assertHeard(watcher, "ADD", "tea 1");
        assertHeard(watcher, "ADD", "tea 2");

        change("never", "around-new-refused");
        assertHeard(watcher, "ADD", "never new");
        watcher.receivedNothingUntil("nothing");
    }

    @Test
    void what_jpa_does_not_see_can_be_told_by_hand() {
        change("tea", "add");
        assertHeard(watcher, "ADD", "tea");
        change("coffee", "rename-all");

        assertHeard(watcher, "UPDATE", "coffee");
    }

    @Test
    void an_owner_hears_a_reduced_entity_and_all_hear_a_mapped_one_whose_relation_was_not_loaded() {
        post(ADA, "hello", "write", NOBODY, null);
        JsonObject note = heard(watcher, "entityChanged", "ADD", "Memo");
        assertThat(note.keySet()).containsExactly("id", "text");
        assertThat(heard(watcher, "noteSeen", "ADD", "Memo").getInt("tags")).isEqualTo(3);
        heard(other, "noteSeen", "ADD", "Memo");

        post(ADA, "changed", "rewrite", NOBODY, null);
        assertThat(heard(watcher, "entityChanged", "UPDATE", "Memo").getString("text")).isEqualTo("changed");
        assertThat(heard(other, "noteSeen", "UPDATE", "Memo").getInt("tags")).isEqualTo(3);

        post(ADA, "secret", "write", NOBODY, null);
        other.receivedNothingUntil("nothing");
    }

    @Test
    void the_connection_that_a_request_names_does_not_hear_of_its_own_change() {
        RawHubClient second = watching(ADA, list);
        post(list, "tea", "add", ADA, connectionId(watcher));

        assertHeard(second, "ADD", "tea");
        watcher.receivedNothingUntil("nothing");
    }

    @Test
    void a_connection_of_nobody_can_be_left_out_by_a_request_of_nobody() {
        RawHubClient anonymous = watching(NOBODY, list);
        post(list, "tea", "add", NOBODY, connectionId(anonymous));

        assertHeard(watcher, "ADD", "tea");
        anonymous.receivedNothingUntil("nothing");
    }

    @ParameterizedTest
    @ValueSource(strings = {EVE, ""})
    void a_connection_of_another_user_cannot_be_left_out(String user) {
        post(list, "tea", "add", user.isEmpty() ? NOBODY : user, connectionId(watcher));

        assertHeard(watcher, "ADD", "tea");
    }

    @Test
    void a_hubs_caller_does_not_hear_of_its_own_change() {
        RawHubClient second = watching(ADA, list);
        watcher.invoke("add", list, "tea");

        assertHeard(second, "ADD", "tea");
        watcher.receivedNothingUntil("nothing");
    }

    @Test
    void beans_observe_changes_by_the_class_of_the_entity_in_each_phase() {
        String title = "tea-" + list;
        change(title, "add");
        assertHeard(watcher, "ADD", title);

        Eventually.holds(() -> assertThat(seenOf(title)).containsExactlyInAnyOrder(
                "now ADD Task " + title, "after ADD Task " + title, "async ADD Task " + title));
        post(ADA, "note-" + list, "write", NOBODY, null);
        assertThat(seenOf("note-" + list)).containsExactly("note ADD Memo note-" + list);
    }

    @Test
    @ExpectedLog("An observer of ADD Task failed")
    void an_observer_within_the_transaction_that_fails_disturbs_nobody() {
        change("now%20cursed", "add");

        assertHeard(watcher, "ADD", "now cursed");
        Eventually.holds(() -> assertThat(seenOf("now cursed")).contains("async ADD Task now cursed"));
        change("tea", "rename");
        assertHeard(watcher, "UPDATE", "tea");
    }

    @Test
    @ExpectedLog("An observer of ADD Task failed")
    void an_observer_after_the_transaction_that_fails_disturbs_nobody() {
        change("later%20cursed", "add");

        assertHeard(watcher, "ADD", "later cursed");
        Eventually.holds(() -> assertThat(seenOf("later cursed")).contains("async ADD Task later cursed"));
    }

    /** More than an outbox takes. */
    @Test
    void ten_thousand_changes_in_one_transaction_reach_a_client_each_once_and_in_order() {
        change("10000", "many");

        for (int i = 0; i < 10_000; i++) {
            assertHeard(watcher, "ADD", String.valueOf(i));
        }
        watcher.receivedNothingUntil("nothing");
        other.receivedNothingUntil("nothing");
    }
}
