package dev.hubcast.transports;

import static dev.hubcast.transports.TransportsApplication.assertAnswer;
import static dev.hubcast.transports.TransportsApplication.assertLives;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.TransportType;
import dev.hubcast.itest.OnEveryTransport;
import dev.hubcast.itest.RawHubConnector;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Transports that are switched off for a hub ({@code hubcast.transports}); played by {@link TransportsIT}. */
interface SwitchedOffTests extends TransportsApplication {

    private static String hubWithout(TransportType type) {
        return switch (type) {
            case WEB_SOCKETS -> "without-websockets";
            case SERVER_SENT_EVENTS -> "without-events";
            case LONG_POLLING -> "without-polls";
        };
    }

    private static List<TransportType> othersThan(TransportType off) {
        return Stream.of(TransportType.values()).filter(type -> type != off).toList();
    }

    private static List<String> offered(RawHubConnector hub) {
        return hub.negotiate().json().getJsonArray("availableTransports").stream()
                .map(each -> each.asJsonObject().getString("transport")).toList();
    }

    private static String refusal(TransportType off) {
        return off.wireName() + " transport not supported by this end point type";
    }

    @OnEveryTransport
    default void what_is_switched_off_is_not_offered(TransportType off) {
        assertThat(offered(to(hubWithout(off)))).isEqualTo(othersThan(off).stream().map(TransportType::wireName).toList());
    }

    @Test
    default void what_is_switched_off_for_one_hub_is_offered_by_the_others() {
        assertThat(offered(to(TRANSPORTS))).containsExactly("WebSockets", "ServerSentEvents", "LongPolling");
    }

    @OnEveryTransport
    default void what_is_switched_off_is_not_opened_and_the_token_is_good_for_the_rest(TransportType off) {
        for (TransportType on : othersThan(off)) {
            RawHubConnector hub = to(hubWithout(off));
            String token = hub.token();

            assertAnswer(Use.opening(off).request(hub, token), 404, refusal(off));
            assertLives(connect(hub, token, on));
        }
    }

    @Test
    default void a_websocket_that_is_switched_off_is_not_opened_by_skipping_negotiation() {
        assertAnswer(Use.WEB_SOCKET.request(to("without-websockets"), null), 404, refusal(TransportType.WEB_SOCKETS));
    }
}
