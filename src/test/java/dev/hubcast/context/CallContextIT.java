package dev.hubcast.context;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.TransportType;
import dev.hubcast.conformance.Folding;
import dev.hubcast.itest.ExpectedLog;
import dev.hubcast.itest.HubcastWar;
import dev.hubcast.itest.OnEveryTransport;
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
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A hub call runs as the application's code: with the caller's identity, a request of its own, transactions and naming, on
 * every transport.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class CallContextIT {

    private final List<RawHubClient> clients = new ArrayList<>();

    @ArquillianResource
    URI base;

    @Deployment(testable = false)
    static WebArchive application() {
        return HubcastWar.of(LedgerHub.class, ParallelLedgerHub.class, Ledger.class, Entry.class, CallScoped.class, TestUsers.class,
                        Folding.class)
                .setWebXML("dev/hubcast/context/web.xml")
                .addAsResource("dev/hubcast/context/persistence.xml", "META-INF/persistence.xml")
                .addAsResource(new StringAsset("hubcast.hub.parallel-ledger.maximum-parallel-invocations-per-client=4"),
                        "META-INF/microprofile-config.properties");
    }

    @AfterEach
    void leave() {
        clients.forEach(RawHubClient::leave);
    }

    private RawHubClient connect(TransportType by, String user) {
        return connect("ledger", by, user);
    }

    private RawHubClient connect(String hub, TransportType by, String user) {
        return kept(hub(hub, by)
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString((user + ":" + user).getBytes(UTF_8)))
                .connect());
    }

    private RawHubClient connectAnonymously(TransportType by) {
        return kept(hub(by).connect());
    }

    private RawHubConnector hub(TransportType by) {
        return hub("ledger", by);
    }

    private RawHubConnector hub(String name, TransportType by) {
        return RawHubConnector.to(base.resolve("hubs/" + name)).by(by);
    }

    private RawHubClient kept(RawHubClient client) {
        clients.add(client);
        return client;
    }

    private static String text(JsonValue value) {
        return ((JsonString) value).getString();
    }

    private static int number(JsonValue value) {
        return ((JsonNumber) value).intValueExact();
    }

    @OnEveryTransport
    void an_ejb_below_the_hub_sees_the_caller(TransportType by) {
        assertThat(text(connect(by, "ada").invoke("ejbCaller"))).isEqualTo("ada");
        assertThat(text(connect(by, "eve").invoke("ejbCaller"))).isEqualTo("eve");
        assertThat(text(connectAnonymously(by).invoke("ejbCaller"))).isNotIn("ada", "eve");
    }

    @OnEveryTransport
    void callers_are_not_mixed_up_when_many_connect_and_call_at_once(TransportType by) {
        List<String> users = List.of("ada", "eve", "bob");
        List<RawHubClient> many = users.stream()
                .flatMap(user -> Stream.of(connect(by, user), connect(by, user), connect(by, user))).toList();

        List<String> invocations = new ArrayList<>();
        for (int round = 0; round < 20; round++) {
            many.forEach(client -> invocations.add(client.begin("ejbCaller")));
        }

        for (int i = 0; i < invocations.size(); i++) {
            int client = i % many.size();
            assertThat(many.get(client).completionOf(invocations.get(i)).getString("result")).isEqualTo(users.get(client / 3));
        }
    }

    @OnEveryTransport
    void an_ejb_below_streams_sees_the_caller_though_many_run_beside_each_other_and_each_stream_is_one_request(TransportType by) {
        for (String user : List.of("ada", "eve")) {
            RawHubClient client = connect(by, user);
            Set<String> seen = new HashSet<>();
            List<String> streams = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                streams.add(client.beginStream("ejbCallers", 20));
                assertThat(text(client.invoke("ejbCaller"))).isEqualTo(user);
            }
            for (String stream : streams) {
                String first = text(client.itemOf(stream));
                assertThat(first).startsWith(user + " ");
                seen.add(first);
                for (int i = 1; i < 20; i++) {
                    assertThat(text(client.itemOf(stream))).isEqualTo(first);
                }
            }
            assertThat(seen).hasSize(streams.size());
        }
    }

    @OnEveryTransport
    void calls_of_one_client_that_run_in_parallel_each_run_as_the_application(TransportType by) {
        for (String user : List.of("ada", "eve")) {
            RawHubClient client = connect("parallel-ledger", by, user);
            List<String> invocations = Stream.generate(() -> client.begin("meet")).limit(20).toList();
            Set<String> requests = new HashSet<>();
            for (String invocation : invocations) {
                String seen = client.completionOf(invocation).getString("result");
                assertThat(seen).startsWith(user + " " + user + " hello from java:comp active true ");
                requests.add(seen);
            }
            assertThat(requests).as("each has a request of its own").hasSize(20);
        }
    }

    @OnEveryTransport
    void an_ejb_that_gets_what_a_client_uploads_sees_the_caller(TransportType by) {
        RawHubClient ada = connect(by, "ada");
        String call = ada.beginUpload("s", "ejbCallersOf");
        ada.upload("s", "1");
        ada.upload("s", "2");
        ada.complete("s");

        assertThat(ada.completionOf(call).getString("result")).isEqualTo("1ada2ada");
    }

    @OnEveryTransport
    @ExpectedLog(value = "WFLYEJB0034.*Ledger\\.write", on = ServerUnderTest.WILDFLY)
    void an_ejb_enforces_its_own_roles(TransportType by) {
        assertThat(number(connect(by, "ada").invoke("write", "one"))).isPositive();
        assertThat(connect(by, "eve").invokeForError("write", "two"))
                .isEqualTo("Failed to invoke 'write' because user is unauthorized");
        assertThat(connect(by, "ada").invoke("ejbCallerIs", "writer")).isEqualTo(JsonValue.TRUE);
        assertThat(connect(by, "eve").invoke("ejbCallerIs", "writer")).isEqualTo(JsonValue.FALSE);
    }

    @OnEveryTransport
    @ExpectedLog("callerIs failed")
    void the_caller_answers_for_declared_roles_and_refuses_others(TransportType by) {
        assertThat(connect(by, "ada").invoke("callerIs", "writer")).isEqualTo(JsonValue.TRUE);
        assertThat(connect(by, "eve").invoke("callerIs", "writer")).isEqualTo(JsonValue.FALSE);
        assertThat(connect(by, "eve").invokeForError("callerIs", "wirter")).contains("unexpected error");
    }

    @OnEveryTransport
    void life_cycle_methods_run_as_calls_do(TransportType by) {
        RawHubClient eve = connect(by, "eve");
        RawHubClient ada = connect(by, "ada");
        assertThat(text(ada.received("opened").getJsonArray("arguments").get(0))).isEqualTo("ada");

        ada.leave();

        assertThat(text(eve.received("closed").getJsonArray("arguments").get(0))).isEqualTo("ada");
    }

    @OnEveryTransport
    void each_call_has_a_request_scope_of_its_own_that_ends_with_it(TransportType by) {
        RawHubClient ada = connect(by, "ada");
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

    @OnEveryTransport
    void the_caller_can_be_injected(TransportType by) {
        assertThat(text(connect(by, "ada").invoke("injectedCaller"))).isEqualTo("ada");
    }

    @OnEveryTransport
    void a_hub_method_can_be_transactional(TransportType by) {
        assertThat(text(connect(by, "ada").invoke("inTransaction"))).isEqualTo("active");
    }

    @OnEveryTransport
    @ExpectedLog("writeAndFail failed|rolled back")
    void a_transaction_that_fails_leaves_nothing_behind(TransportType by) {
        RawHubClient ada = connect(by, "ada");
        int before = number(ada.invoke("count"));

        assertThat(ada.invokeForError("writeAndFail", "never")).isEqualTo(
                "An unexpected error occurred invoking 'writeAndFail' on the server.");

        assertThat(number(ada.invoke("count"))).isEqualTo(before);
        assertThat(number(ada.invoke("write", "still fine"))).isEqualTo(before + 1);
    }

    @OnEveryTransport
    void names_of_the_component_are_found(TransportType by) {
        RawHubClient ada = connect(by, "ada");

        assertThat(text(ada.invoke("lookup", "java:comp/env/greeting"))).isEqualTo("hello from java:comp");
        assertThat(number(ada.invoke("userTransaction"))).isEqualTo(6); // no transaction
        assertThat(text(ada.invoke("loader"))).isEqualTo("the application's");
    }

    @OnEveryTransport
    void hub_code_never_runs_on_a_thread_of_the_connector(TransportType by) {
        assertThat(text(connect(by, "ada").invoke("thread"))).doesNotContainIgnoringCase("http").doesNotContainIgnoringCase("grizzly");
    }

    @OnEveryTransport
    void a_violated_constraint_reads_as_path_and_message_without_the_value(TransportType by) {
        assertThat(connect(by, "ada").invokeForError("trimmed", "much too long")).isEqualTo(
                "An unexpected error occurred invoking 'trimmed' on the server. HubException: text: size must be between 0 and 5");
        assertThat(text(connect(by, "ada").invoke("trimmed", " ok "))).isEqualTo("ok");
    }
}
