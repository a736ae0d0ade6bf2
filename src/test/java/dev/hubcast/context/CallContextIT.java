package dev.hubcast.context;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.itest.ExpectedLog;
import dev.hubcast.itest.HubcastWar;
import dev.hubcast.itest.RawHubClient;
import dev.hubcast.itest.RawHubConnector;
import dev.hubcast.itest.ServerUnderTest;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A hub call runs as the application's code: with the caller's identity, a request of its own, transactions and naming. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class CallContextIT {

    private final List<RawHubClient> clients = new ArrayList<>();

    @ArquillianResource
    URI base;

    @Deployment(testable = false)
    static WebArchive application() {
        return HubcastWar.of(LedgerHub.class, Ledger.class, Entry.class, CallScoped.class, TestUsers.class)
                .setWebXML("dev/hubcast/context/web.xml")
                .addAsResource("dev/hubcast/context/persistence.xml", "META-INF/persistence.xml");
    }

    @AfterEach
    void leave() {
        clients.forEach(RawHubClient::close);
    }

    private RawHubClient connect(String user) {
        RawHubClient client = RawHubConnector.to(base.resolve("hubs/ledger"))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString((user + ":" + user).getBytes(UTF_8)))
                .connect();
        clients.add(client);
        return client;
    }

    private RawHubClient connectAnonymously() {
        RawHubClient client = RawHubClient.connect(base.resolve("hubs/ledger"));
        clients.add(client);
        return client;
    }

    private static String text(JsonValue value) {
        return ((JsonString) value).getString();
    }

    private static int number(JsonValue value) {
        return ((JsonNumber) value).intValueExact();
    }

    @Test
    void an_ejb_below_the_hub_sees_the_caller() {
        assertThat(text(connect("ada").invoke("ejbCaller"))).isEqualTo("ada");
        assertThat(text(connect("eve").invoke("ejbCaller"))).isEqualTo("eve");
        assertThat(text(connectAnonymously().invoke("ejbCaller"))).isNotIn("ada", "eve");
    }

    @Test
    void callers_are_not_mixed_up_when_many_connect_and_call_at_once() {
        List<String> users = List.of("ada", "eve", "bob");
        List<RawHubClient> many = users.stream().flatMap(user -> List.of(connect(user), connect(user), connect(user)).stream()).toList();

        List<String> invocations = new ArrayList<>();
        for (int round = 0; round < 20; round++) {
            many.forEach(client -> invocations.add(client.begin("ejbCaller")));
        }

        for (int i = 0; i < invocations.size(); i++) {
            int client = i % many.size();
            assertThat(many.get(client).completionOf(invocations.get(i)).getString("result")).isEqualTo(users.get(client / 3));
        }
    }

    @Test
    @ExpectedLog(value = "WFLYEJB0034.*Ledger\\.write", on = ServerUnderTest.WILDFLY)
    void an_ejb_enforces_its_own_roles() {
        assertThat(number(connect("ada").invoke("write", "one"))).isPositive();
        assertThat(connect("eve").invokeForError("write", "two"))
                .isEqualTo("Failed to invoke 'write' because user is unauthorized");
        assertThat(connect("ada").invoke("ejbCallerIs", "writer")).isEqualTo(JsonValue.TRUE);
        assertThat(connect("eve").invoke("ejbCallerIs", "writer")).isEqualTo(JsonValue.FALSE);
    }

    @Test
    @ExpectedLog("callerIs failed")
    void the_caller_answers_for_declared_roles_and_refuses_others() {
        assertThat(connect("ada").invoke("callerIs", "writer")).isEqualTo(JsonValue.TRUE);
        assertThat(connect("eve").invoke("callerIs", "writer")).isEqualTo(JsonValue.FALSE);
        assertThat(connect("eve").invokeForError("callerIs", "wirter")).contains("unexpected error");
    }

    @Test
    void life_cycle_methods_run_as_calls_do() {
        RawHubClient eve = connect("eve");
        RawHubClient ada = connect("ada");
        assertThat(text(ada.received("opened").getJsonArray("arguments").get(0))).isEqualTo("ada");

        ada.close();

        assertThat(text(eve.received("closed").getJsonArray("arguments").get(0))).isEqualTo("ada");
    }

    @Test
    void each_call_has_a_request_scope_of_its_own_that_ends_with_it() {
        RawHubClient ada = connect("ada");
        Set<String> ids = new HashSet<>();
        int before = number(ada.invoke("destroyed"));
        for (int call = 0; call < 5; call++) {
            JsonArray seen = ada.invoke("requestIds").asJsonArray();
            assertThat(seen.getString(1)).as("in the EJB").isEqualTo(seen.getString(0));
            ids.add(seen.getString(0));
        }

        assertThat(ids).hasSize(5);
        assertThat(number(ada.invoke("destroyed")) - before).isEqualTo(5);
    }

    @Test
    void the_caller_can_be_injected() {
        assertThat(text(connect("ada").invoke("injectedCaller"))).isEqualTo("ada");
    }

    @Test
    void a_hub_method_can_be_transactional() {
        assertThat(text(connect("ada").invoke("inTransaction"))).isEqualTo("active");
    }

    @Test
    @ExpectedLog("writeAndFail failed|rolled back")
    void a_transaction_that_fails_leaves_nothing_behind() {
        RawHubClient ada = connect("ada");
        int before = number(ada.invoke("count"));

        assertThat(ada.invokeForError("writeAndFail", "never")).isEqualTo(
                "An unexpected error occurred invoking 'writeAndFail' on the server.");

        assertThat(number(ada.invoke("count"))).isEqualTo(before);
        assertThat(number(ada.invoke("write", "still fine"))).isEqualTo(before + 1);
    }

    @Test
    void names_of_the_component_are_found() {
        RawHubClient ada = connect("ada");

        assertThat(text(ada.invoke("lookup", "java:comp/env/greeting"))).isEqualTo("hello from java:comp");
        assertThat(number(ada.invoke("userTransaction"))).isEqualTo(6); // no transaction
        assertThat(text(ada.invoke("loader"))).isEqualTo("the application's");
    }

    @Test
    void hub_code_never_runs_on_a_thread_of_the_connector() {
        assertThat(text(connect("ada").invoke("thread"))).doesNotContainIgnoringCase("http").doesNotContainIgnoringCase("grizzly");
    }

    @Test
    void a_violated_constraint_reads_as_path_and_message_without_the_value() {
        assertThat(connect("ada").invokeForError("trimmed", "much too long")).isEqualTo(
                "An unexpected error occurred invoking 'trimmed' on the server. HubException: text: size must be between 0 and 5");
        assertThat(text(connect("ada").invoke("trimmed", " ok "))).isEqualTo("ok");
    }
}
