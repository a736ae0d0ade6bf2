package dev.hubcast.targets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.itest.ExpectedLog;
import dev.hubcast.itest.Frame;
import dev.hubcast.itest.HubcastWar;
import dev.hubcast.itest.RawHandshake;
import dev.hubcast.itest.RawHubClient;
import dev.hubcast.itest.RawHubConnector;
import dev.hubcast.itest.RawRequest;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Messages reach those they name and nobody else, from wherever they are sent, shaped by the application's own mapping.
 *
 * <p>There are four clients: a and b belong to user U, c to V, d to nobody; a and c are in group G, a, b and c in H.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class TargetsIT {

    private final Map<String, RawHubClient> clients = new TreeMap<>();
    private final Map<String, String> ids = new TreeMap<>();

    @ArquillianResource
    URI base;

    @Deployment(testable = false)
    static WebArchive application() {
        return HubcastWar.of(TargetsHub.class, Listener.class, Parcel.class, Weight.class, Mapping.class, Mapping.Grams.class,
                UsersByQuery.class, Announcements.class, Announcer.class, RestApplication.class);
    }

    @BeforeEach
    void connect() {
        connect("a", "U");
        connect("b", "U");
        connect("c", "V");
        connect("d", null);
        Stream.of("a", "c").forEach(name -> clients.get(name).invoke("join", "G"));
        Stream.of("a", "b", "c").forEach(name -> clients.get(name).invoke("join", "H"));
    }

    private void connect(String name, String user) {
        RawHubConnector connector = to("hubs/targets");
        RawHubClient client = (user == null ? connector : connector.query("user", user)).connect();
        clients.put(name, client);
        ids.put(name, ((JsonString) client.invoke("connectionId")).getString());
    }

    @AfterEach
    void leave() {
        clients.values().forEach(RawHubClient::close);
    }

    private RawHubConnector to(String path) {
        return RawHubConnector.to(base.resolve(path));
    }

    /** Connection ids are written as the clients' names; what is no client's name stays. */
    private JsonArray named(String names) {
        List<String> all = names == null ? List.of() : List.of(names.split(" "));
        return Json.createArrayBuilder(all.stream().map(name -> ids.getOrDefault(name, name)).toList()).build();
    }

    private void assertHeardBy(String names) {
        List<String> hearers = names == null ? List.of() : List.of(names.split(" "));
        clients.forEach((name, client) -> {
            if (hearers.contains(name)) {
                assertThat(client.received("said").getJsonArray("arguments")).as(name)
                        .isEqualTo(Json.createArrayBuilder(List.of("hello")).build());
            }
            client.receivedNothingUntil("nothing");
        });
    }

    @ParameterizedTest
    @CsvSource({"all,,,a b c d", "allExcept,,a c,b d", "allExcept,,,a b c d", "allExcept,,a a unknown,b c d", "client,b,,b",
        "client,unknown,,", "clients,b d,,b d", "clients,b b unknown,,b", "group,G,,a c", "group,g,,", "groupExcept,H,b,a c",
        "groupExcept,H,d unknown,a b c", "groups,G H,,a b c", "groups,G unknown,,a c", "user,U,,a b", "user,u,,",
        "users,U V,,a b c", "users,V V unknown,,c", "caller,,,a", "others,,,b c d", "othersInGroup,G,,c", "othersInGroup,unknown,,"})
    void each_target_is_heard_by_those_it_names_and_by_nobody_else(String target, String names, String except, String heardBy) {
        for (String method : List.of("send", "sendTyped")) {
            clients.get("a").invoke(method, target, named(names), named(except), "hello");

            assertHeardBy(heardBy);
        }
    }

    @Test
    void who_left_a_group_hears_it_no_more() {
        clients.get("c").invoke("leave", "G");
        clients.get("c").invoke("leave", "G");
        clients.get("d").invoke("send", "group", named("G"), named(null), "hello");

        assertHeardBy("a");
    }

    @Test
    void who_joined_twice_hears_once_and_is_out_after_leaving_once() {
        clients.get("c").invoke("join", "G");
        clients.get("d").invoke("send", "group", named("G"), named(null), "hello");
        assertHeardBy("a c");

        clients.get("c").invoke("leave", "G");
        clients.get("d").invoke("send", "group", named("G"), named(null), "hello");
        assertHeardBy("a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "line\nbreak", "{brace}", "colon:colon", "\ud83d\ude00", "\u0000", "*", "G "})
    void names_of_groups_may_be_any_text(String group) {
        clients.get("d").invoke("join", group);
        clients.get("a").invoke("send", "group", Json.createArrayBuilder(List.of(group)).build(), named(null), "hello");

        assertHeardBy("d");
    }

    @Test
    void a_connection_has_the_user_that_the_applications_bean_names() {
        assertThat(clients.get("b").invoke("userIdentifier")).isEqualTo(Json.createValue("U"));
        assertThat(clients.get("d").invoke("userIdentifier").toString()).isEqualTo("null");
    }

    @Test
    @ExpectedLog("the UserIdentifierProvider failed")
    void a_user_that_cannot_be_named_is_refused_in_general_words() {
        RawRequest request = to("hubs/targets").query("user", "nobody-knows").webSocketRequest(null);
        try (var socket = RawHandshake.open(request)) {
            socket.send(Frame.text("{\"protocol\":\"json\",\"version\":1}\u001e"));

            assertThat(socket.receive().text())
                    .isEqualTo("{\"error\":\"An unexpected error occurred during connection handshake.\"}\u001e");
            socket.expectClose(1000);
        }
    }

    @Test
    void arrays_and_nulls_are_single_arguments() {
        RawHubClient client = clients.get("a");
        client.invoke("sendArguments");

        assertArguments("none", "[]");
        assertArguments("null", "[null]");
        assertArguments("array", "[[1,2]]");
        assertArguments("objects", "[[\"a\",null]]");
        assertArguments("list", "[[1,2]]");
        assertArguments("two", "[null,[\"x\"]]");
        assertArguments("ten", "[1,2,3,4,5,6,7,8,9,10]");
    }

    @Test
    void an_interface_of_clients_is_called_as_it_is_written() {
        clients.get("a").invoke("sendTypedArguments");

        assertArguments("nothing", "[]");
        assertArguments("numbers", "[[1,2],null]");
        assertArguments("renamed", "[[\"x\"]]");
        assertArguments("said", "[\"y\"]");
        assertArguments("said", "[\"y\"]");
    }

    private void assertArguments(String method, String json) {
        assertThat(clients.get("a").received(method).get("arguments").toString()).as(method).isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(strings = {"resource", "ejb", "asynchronous", "timer", "plain"})
    void any_bean_on_any_thread_sends(String where) {
        int status = RawRequest.of("POST", base.resolve("api/announcements/" + where + "/hello")).body("").send().status();

        assertThat(status).isEqualTo(204);
        assertHeardBy("a b c d");
    }

    @Test
    void the_applications_own_mapping_shapes_values() {
        clients.get("a").sendText("{\"type\":1,\"invocationId\":\"p\",\"target\":\"parcel\",\"arguments\":"
                + "[{\"street_name\":\"Main\",\"weight\":\"250 g\"}]}\u001e");

        assertThat(clients.get("a").completionOf("p").get("result").toString())
                .isEqualTo("{\"street_name\":\"Main!\",\"weight\":\"250 g\"}");
    }

    @Test
    void the_applications_own_mapping_leaves_numbers_strict() {
        RawHubClient client = clients.get("a");

        assertThat(client.invoke("doubled", 21)).isEqualTo(Json.createValue(42));
        assertThat(client.invokeForError("doubled", "21")).isEqualTo("Failed to invoke 'doubled' due to an error on the server.");
    }
}
