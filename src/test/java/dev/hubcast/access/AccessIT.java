package dev.hubcast.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.context.TestUsers;
import dev.hubcast.itest.HubcastWar;
import dev.hubcast.itest.RawHubClient;
import dev.hubcast.itest.RawHubConnector;
import jakarta.json.Json;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URI;
import java.util.Base64;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Jakarta's security annotations guard connections and calls; {@code @ServerEndpoint} keeps its meaning. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class AccessIT {

    private static final String BANNED = "https://banned.example.com";

    @ArquillianResource
    URI base;

    @Deployment(testable = false)
    static WebArchive application() {
        return HubcastWar.of(OpenHub.class, GuardedMethods.class, ReadersHub.class, MembersHub.class, NobodysHub.class, RoomHub.class,
                        LobbyHub.class, MainBuildingHub.class, ConfiguredHub.class, ConfiguredHub.Author.class, TestUsers.class)
                .addAsResource(new StringAsset("hubcast.hub.configured.allowed-origins=" + BANNED + ",https://www.example.com\n"),
                        "META-INF/microprofile-config.properties");
    }

    private RawHubConnector to(String path) {
        return RawHubConnector.to(base.resolve(path));
    }

    private RawHubConnector to(String path, String user) {
        return to(path, user, user);
    }

    private RawHubConnector to(String path, String user, String password) {
        return to(path).header("Authorization", "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8)));
    }

    private static void assertRefused(RawHubConnector connector, int status) {
        assertThat(connector.negotiate().status()).as("negotiate").isEqualTo(status);
        assertThat(connector.webSocketRequest(null).send().status()).as("upgrade").isEqualTo(status);
        assertThat(connector.webSocketRequest("nobody").send().status()).as("upgrade with an id").isEqualTo(status);
    }

    private static String unauthorized(String method) {
        return "Failed to invoke '" + method + "' because user is unauthorized";
    }

    private static JsonValue text(String text) {
        return Json.createValue(text);
    }

    @Test
    void roles_on_the_class_guard_negotiation_and_connection() {
        assertRefused(to("hubs/readers"), 401);
        assertRefused(to("hubs/readers", "bob"), 403);
        assertThat(to("hubs/readers").negotiate().body()).isEqualTo("Unauthorized");
        try (var eve = to("hubs/readers", "eve").connect()) {
            assertThat(eve.invoke("read")).isEqualTo(text("read"));
        }
    }

    @Test
    void two_stars_on_the_class_let_in_whoever_is_logged_in() {
        assertRefused(to("hubs/members"), 401);
        try (var bob = to("hubs/members", "bob").connect(); var ada = to("hubs/members", "ada").connect()) {
            assertThat(bob.invoke("userName")).isEqualTo(text("bob"));
            assertThat(ada.invoke("userName")).isEqualTo(text("ada"));
        }
    }

    @Test
    void wrong_passwords_are_refused() {
        assertRefused(to("hubs/members", "ada", "wrong"), 401);
        assertRefused(to("hubs/members", "nobody", "nobody"), 401);
    }

    @Test
    void deny_all_on_the_class_lets_nobody_in() {
        assertRefused(to("hubs/nobodys"), 401);
        assertRefused(to("hubs/nobodys", "ada"), 403);
    }

    @Test
    void a_connection_of_one_who_may_not_connect_cannot_be_had_by_skipping_negotiation() {
        assertThat(to("hubs/readers", "bob").skippingNegotiation().webSocketRequest(null).send().status()).isEqualTo(403);
    }

    @Test
    void roles_on_a_method_refuse_the_call_and_the_connection_lives() {
        try (var eve = to("hubs/open", "eve").connect(); var ada = to("hubs/open", "ada").connect()) {
            assertThat(eve.invokeForError("write", "x")).isEqualTo(unauthorized("write"));
            assertThat(eve.invokeForError("WRITE", "x")).isEqualTo(unauthorized("WRITE"));
            assertThat(eve.invoke("echo", "still here")).isEqualTo(text("still here"));
            assertThat(ada.invoke("write", "x")).isEqualTo(text("wrote x"));
        }
    }

    @Test
    void a_refused_call_says_nothing_of_its_arguments() {
        try (var eve = to("hubs/open", "eve").connect()) {
            assertThat(eve.invokeForError("write")).isEqualTo(unauthorized("write"));
            assertThat(eve.invokeForError("write", 1, 2, 3)).isEqualTo(unauthorized("write"));
        }
    }

    @Test
    void a_refused_call_without_an_invocation_id_is_not_answered() {
        try (var eve = to("hubs/open", "eve").connect()) {
            eve.send("write", "x");

            eve.receivedNothingUntil("echo", "x");
        }
    }

    @Test
    void roles_on_a_method_are_asked_for_beside_those_of_the_class() {
        try (var eve = to("hubs/readers", "eve").connect(); var ada = to("hubs/readers", "ada").connect()) {
            assertThat(eve.invokeForError("write")).isEqualTo(unauthorized("write"));
            assertThat(ada.invoke("write")).isEqualTo(text("wrote"));
        }
    }

    @Test
    void two_stars_and_deny_all_on_a_method() {
        try (var nobody = to("hubs/open").connect(); var bob = to("hubs/open", "bob").connect()) {
            assertThat(nobody.invokeForError("whileLoggedIn")).isEqualTo(unauthorized("whileLoggedIn"));
            assertThat(bob.invoke("whileLoggedIn")).isEqualTo(text("logged in"));
            assertThat(bob.invokeForError("never")).isEqualTo(unauthorized("never"));
            assertThat(nobody.invoke("echo", "x")).isEqualTo(text("x"));
        }
    }

    @Test
    void inherited_methods_are_guarded_as_their_class_says() {
        try (var bob = to("hubs/open", "bob").connect(); var eve = to("hubs/open", "eve").connect()) {
            assertThat(bob.invokeForError("inheritedForReaders")).isEqualTo(unauthorized("inheritedForReaders"));
            assertThat(bob.invoke("inheritedForAll")).isEqualTo(text("all"));
            assertThat(eve.invoke("inheritedForReaders")).isEqualTo(text("read"));
            assertThat(eve.invokeForError("inheritedForWriters")).isEqualTo(unauthorized("inheritedForWriters"));
            assertThat(eve.invokeForError("inheritedForNobody")).endsWith("HubException: Method does not exist.");
        }
    }

    @Test
    void variables_of_the_path_are_the_callers() {
        try (RawHubClient client = to("rooms/annex/42").connect(); RawHubClient encoded = to("rooms/annex/b%C3%BCro%2042").connect()) {
            assertThat(client.invoke("variables"))
                    .isEqualTo(Json.createObjectBuilder().add("building", "annex").add("room", "42").build());
            assertThat(encoded.invoke("variables").asJsonObject().getString("room")).isEqualTo("büro 42");
        }
    }

    @Test
    void of_overlapping_paths_the_one_with_the_literal_further_left_wins() {
        assertThat(hubAt("rooms/annex/42")).isEqualTo("room");
        assertThat(hubAt("rooms/annex/lobby")).isEqualTo("lobby");
        assertThat(hubAt("rooms/main/42")).isEqualTo("main");
        assertThat(hubAt("rooms/main/lobby")).isEqualTo("main");
    }

    private String hubAt(String path) {
        try (RawHubClient client = to(path).connect()) {
            return ((JsonString) client.invoke("hub")).getString();
        }
    }

    @Test
    void a_token_of_one_path_of_a_template_belongs_to_no_other_template() {
        String token = to("rooms/annex/42").negotiate().json().getString("connectionToken");

        assertThat(to("rooms/annex/lobby").webSocketRequest(token).send().status()).isEqualTo(404);
    }

    @Test
    void the_authors_configurator_may_refuse_an_origin_that_is_configured() {
        assertThat(to("hubs/configured").header("Origin", BANNED).webSocketRequest(null).send().status()).isEqualTo(403);
        try (var client = to("hubs/configured").header("Origin", "https://www.example.com").connect()) {
            assertThat(client.invoke("header", "origin")).isEqualTo(text("https://www.example.com"));
        }
    }

    @Test
    void an_upgrade_that_the_author_refused_does_not_spend_the_token() {
        String token = to("hubs/configured").negotiate().json().getString("connectionToken");
        assertThat(to("hubs/configured").header("Origin", BANNED).webSocketRequest(token).send().status()).isEqualTo(403);

        try (var client = to("hubs/configured").skippingNegotiation().query("id", token).connect()) {
            assertThat(client.invoke("header", "X-Absent")).isEqualTo(JsonValue.NULL);
        }
    }

    @Test
    void the_authors_configurator_shapes_the_answer() {
        try (var client = to("hubs/configured").connect()) {
            assertThat(client.socket().answer().header("X-Author")).isEqualTo("was asked");
        }
    }

    @Test
    void a_subprotocol_is_agreed_upon() {
        try (var both = to("hubs/configured").header("Sec-WebSocket-Protocol", "first, second").connect();
                var first = to("hubs/configured").header("Sec-WebSocket-Protocol", "unheard-of, first").connect();
                var none = to("hubs/configured").header("Sec-WebSocket-Protocol", "unheard-of").connect()) {
            assertThat(both.socket().answer().header("Sec-WebSocket-Protocol")).isIn("first", "second");
            assertThat(first.socket().answer().header("Sec-WebSocket-Protocol")).isEqualTo("first");
            assertThat(none.socket().answer().header("Sec-WebSocket-Protocol")).isNull();
        }
    }
}
