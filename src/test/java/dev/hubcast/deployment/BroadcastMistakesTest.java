package dev.hubcast.deployment;

import dev.hubcast.Hub;
import dev.hubcast.event.BroadcastTo;
import jakarta.websocket.server.ServerEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each mistake in a declared broadcast fails the deployment, and the author reads which class it is and what helps. */
class BroadcastMistakesTest {

    @Hub(name = "sales")
    @ServerEndpoint("/sales")
    static class Sales {}

    @Hub(name = "chat")
    @ServerEndpoint("/chat")
    static class Chat {}

    @BroadcastTo(hub = "sale", all = true)
    record UnknownHub(String region) {}

    @BroadcastTo(hub = "sales")
    record Nobody(String region) {}

    @BroadcastTo(hub = "sales", group = "a", user = "b")
    record GroupAndUser(String region) {}

    @BroadcastTo(hub = "sales", group = "a", all = true)
    record GroupAndAll(String region) {}

    @BroadcastTo(hub = "sales", user = "a", all = true)
    record UserAndAll(String region) {}

    @BroadcastTo(hub = "sales", group = "region-{regoin}")
    record UnknownProperty(String region) {}

    @BroadcastTo(hub = "sales", group = "{region}{city}")
    record Adjacent(String region, String city) {}

    @BroadcastTo(hub = "sales", user = "{region")
    record NeverClosed(String region) {}

    @BroadcastTo(hub = "sales", all = true, method = "order placed")
    record BlankInMethod(String region) {}

    @BroadcastTo(hub = "sales", all = true, method = "placed{region}")
    record PlaceholderInMethod(String region) {}

    @BroadcastTo(hub = "sales", all = true, except = "origin")
    record FixedExcept(String origin) {}

    @BroadcastTo(hub = "sales", all = true, except = "{orgin}")
    record UnknownExcept(String origin) {}

    @BroadcastTo(hub = "sales", all = true)
    @BroadcastTo(hub = "mail", all = true)
    record OneOfTwo(String region) {}

    @BroadcastTo(hub = "mail", group = "{regoin}")
    record TwoMistakes(String region) {}

    private static void assertFails(Class<?> event, String... words) {
        Deployment.failureOf(event, Sales.class, Chat.class)
                .hasMessageContaining("Event " + event.getName() + ": @BroadcastTo: ").hasMessageContainingAll(words);
    }

    @Test
    void a_hub_that_does_not_exist() {
        assertFails(UnknownHub.class, "there is no hub 'sale'", "Name one of these: chat, sales.");
    }

    @Test
    void a_hub_where_there_are_none() {
        Deployment.failureOf(UnknownHub.class)
                .hasMessageContainingAll(UnknownHub.class.getName(), "there is no hub 'sale', nor any other", "Add it");
    }

    @Test
    void nobody_who_hears() {
        assertFails(Nobody.class, "it says nobody who hears the event", "all = true");
    }

    @ParameterizedTest
    @ValueSource(classes = {GroupAndUser.class, GroupAndAll.class, UserAndAll.class})
    void more_than_one_who_hears(Class<?> event) {
        assertFails(event, "it says more than one of group, user and all", "repeat the annotation");
    }

    @Test
    void a_placeholder_for_no_property() {
        assertFails(UnknownProperty.class, UnknownProperty.class.getName() + " has no property regoin. It has: region.");
    }

    @Test
    void placeholders_that_touch() {
        assertFails(Adjacent.class, "'{region}{city}' cannot work", "two placeholders touch", "Put text between them.");
    }

    @Test
    void a_brace_without_its_partner() {
        assertFails(NeverClosed.class, "'{region' cannot work", "never closed", "Write placeholders as {property}.");
    }

    @ParameterizedTest
    @ValueSource(classes = {BlankInMethod.class, PlaceholderInMethod.class})
    void a_method_that_no_client_has(Class<?> event) {
        assertFails(event, "is no name of a client method", "without blanks and braces");
    }

    @Test
    void a_fixed_connection_that_does_not_hear() {
        assertFails(FixedExcept.class, "except = \"origin\" is no placeholder", "{property}");
    }

    @Test
    void a_placeholder_for_no_property_that_holds_a_connection() {
        assertFails(UnknownExcept.class, "has no property orgin. It has: origin.");
    }

    @Test
    void one_of_several_declarations() {
        assertFails(OneOfTwo.class, "there is no hub 'mail'");
    }

    @Test
    void every_mistake_is_told_at_once() {
        assertFails(TwoMistakes.class, "there is no hub 'mail'", "has no property regoin");
        Deployment.failureOf(TwoMistakes.class, Nobody.class, Sales.class)
                .hasMessageContainingAll("there is no hub 'mail'", "it says nobody");
    }
}
