package dev.hubcast.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.connection.HubOptions;
import dev.hubcast.connection.LocalHub;
import dev.hubcast.security.AccessRule;
import dev.hubcast.security.OriginPolicy;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HubEndpointsTest {

    private final HubEndpoints endpoints = new HubEndpoints();

    @Test
    void a_hub_is_found_by_its_path_and_by_its_negotiate_address() {
        add("/hubs/chat");

        assertThat(endpoints.find("/hubs/chat").negotiate()).isFalse();
        assertThat(endpoints.find("/hubs/chat/negotiate").negotiate()).isTrue();
        assertThat(endpoints.find("/hubs/chat/negotiate").endpoint()).isSameAs(endpoints.find("/hubs/chat").endpoint());
    }

    @ParameterizedTest
    @CsvSource({"/hubs", "/hubs/chat/", "/hubs/chat/x", "/hubs/chat/negotiate/", "/hubs/chatnegotiate", "/negotiate", "/", "''",
        "/hubs/chat/negotiate/negotiate", "/hubs/chat/Negotiate"})
    void other_paths_belong_to_no_hub(String path) {
        add("/hubs/chat");

        assertThat(endpoints.find(path)).isNull();
    }

    @Test
    void a_hub_at_the_root_is_negotiated_beside_it() {
        add("/");

        assertThat(endpoints.find("/").negotiate()).isFalse();
        assertThat(endpoints.find("/negotiate").negotiate()).isTrue();
    }

    @Test
    void variables_have_their_values_at_both_addresses() {
        add("/rooms/{room}");

        assertThat(endpoints.find("/rooms/java").pathParameters()).isEqualTo(Map.of("room", "java"));
        assertThat(endpoints.find("/rooms/java/negotiate").pathParameters()).isEqualTo(Map.of("room", "java"));
        assertThat(endpoints.find("/rooms/negotiate").pathParameters()).isEqualTo(Map.of("room", "negotiate"));
    }

    @ParameterizedTest
    @CsvSource({
        "/hubs/chat,   /hubs/{name}, /hubs/chat, /hubs/chat",
        "/hubs/chat,   /hubs/{name}, /hubs/news, /hubs/{name}",
        "/a/{var}/c,   /a/b/c,       /a/b/c,     /a/b/c",
        "/a/{var}/c,   /a/{x}/{y},   /a/d/c,     /a/{var}/c",
        "/{x}/d,       /b/{y},       /b/d,       /b/{y}",
        "/{x}/d,       /b/{y},       /a/d,       /{x}/d",
        "/a/{x}/{y},   /{z}/b/c,     /a/b/c,     /a/{x}/{y}"})
    void of_two_templates_the_one_with_the_first_literal_from_the_left_wins(String one, String other, String path, String expected) {
        add(one);
        add(other);
        assertThat(endpoints.find(path).endpoint().hub().name()).isEqualTo(expected);

        endpoints.clear();
        add(other);
        add(one);
        assertThat(endpoints.find(path).endpoint().hub().name()).isEqualTo(expected);
    }

    @Test
    void a_token_opens_its_own_hub_and_no_other() {
        add("/a");
        add("/b");
        Negotiation negotiation = endpoints.find("/a").endpoint().negotiations().begin(null, true, false).orElseThrow();

        assertThat(endpoints.find("/a").endpoint().negotiations().find(negotiation.token())).isSameAs(negotiation);
        assertThat(endpoints.find("/b").endpoint().negotiations().find(negotiation.token())).isNull();
    }

    @Test
    void closed_hubs_are_not_found() {
        add("/hubs/chat");
        endpoints.clear();

        assertThat(endpoints.find("/hubs/chat")).isNull();
    }

    private void add(String path) {
        LocalHub hub = new LocalHub(path, HubOptions.DEFAULTS, null, null, List.of());
        ServerEndpointConfig config = ServerEndpointConfig.Builder.create(Object.class, path)
                .configurator(new ServerEndpointConfig.Configurator()).build();
        endpoints.addToContainer(hub, config, AccessRule.everybody(), new OriginPolicy(Set.of()), TransportOptions.DEFAULTS);
    }
}
