package dev.hubcast.transport;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What an author's {@code modifyHandshake} does to the response's headers. */
class ServletHandshakeTest {

    private final Map<String, List<String>> sent = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private void modify(Consumer<Map<String, List<String>>> author) {
        ServerEndpointConfig.Configurator configurator = new ServerEndpointConfig.Configurator() {
            @Override
            public void modifyHandshake(ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
                author.accept(response.getHeaders());
            }
        };
        ServletHandshake.modify(config(configurator), Map.of(), FakeRequest.webSocket("/chat").toServlet(), response());
    }

    private static ServerEndpointConfig config(ServerEndpointConfig.Configurator configurator) {
        return ServerEndpointConfig.Builder.create(Object.class, "/chat").configurator(configurator).build();
    }

    private HttpServletResponse response() {
        return (HttpServletResponse) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {HttpServletResponse.class}, (proxy, called, arguments) ->
                        switch (called.getName()) {
                            case "getHeaderNames" -> List.copyOf(sent.keySet());
                            case "getHeaders" -> List.copyOf(sent.getOrDefault(arguments[0], List.of()));
                            case "setHeader" -> sent.put(
                                    (String) arguments[0], new ArrayList<>(List.of((String) arguments[1])));
                            case "addHeader" -> sent.get(arguments[0]).add((String) arguments[1]);
                            default -> throw new UnsupportedOperationException(called.toString());
                        });
    }

    @Test
    void variables_of_the_path_are_parameters_beside_those_of_the_query() {
        FakeRequest request = FakeRequest.webSocket("/rooms/java").parameter("lang", "de", "en").parameter("room", "other");
        ServletHandshake.modify(config(new ServerEndpointConfig.Configurator() {
            @Override
            public void modifyHandshake(ServerEndpointConfig config, HandshakeRequest asked, HandshakeResponse response) {
                response.getHeaders().put("X-Seen", List.of(new TreeMap<>(asked.getParameterMap()).toString()));
            }
        }), Map.of("room", "java"), request.toServlet(), response());

        assertThat(sent).isEqualTo(Map.of("X-Seen", List.of("{lang=[de, en], room=[other, java]}")));
    }

    @Test
    void a_new_header_is_sent_with_all_its_values() {
        modify(headers -> headers.put("X-New", List.of("1", "2")));

        assertThat(sent).isEqualTo(Map.of("X-New", List.of("1", "2")));
    }

    @Test
    void a_header_that_was_there_may_be_replaced_in_any_case() {
        sent.put("X-Old", List.of("1", "2"));
        modify(headers -> headers.put("x-old", List.of("3")));

        assertThat(sent).isEqualTo(Map.of("X-Old", List.of("3")));
    }

    @Test
    void a_value_may_be_added_to_a_header_that_was_there() {
        sent.put("Set-Cookie", List.of("a=1"));
        modify(headers -> headers.computeIfAbsent("Set-Cookie", name -> new ArrayList<>()).add("b=2"));

        assertThat(sent).isEqualTo(Map.of("Set-Cookie", List.of("a=1", "b=2")));
    }

    @Test
    void what_the_author_leaves_alone_stays() {
        sent.put("X-Old", List.of("1", "2"));
        modify(headers -> { });

        assertThat(sent).isEqualTo(Map.of("X-Old", List.of("1", "2")));
    }
}
