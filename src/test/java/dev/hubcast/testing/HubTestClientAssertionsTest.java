package dev.hubcast.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hubcast.ClientMethod;
import dev.hubcast.ClientProxy;
import dev.hubcast.Hub;
import jakarta.json.Json;
import jakarta.websocket.server.ServerEndpoint;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What holds, what does not, and what the test's author reads then. */
class HubTestClientAssertionsTest {

    record Move(String by, int steps) {}

    interface Player {

        void moved(Move move);

        @ClientMethod("Over")
        void isOver();
    }

    @Hub
    @ServerEndpoint("/hubs/game")
    static class GameHub {}

    private final HubTester<GameHub> game = HubTester.of(GameHub.class).patience(Duration.ofMillis(20));
    private final HubTestClient ada = game.connect(as -> as.user("ada"));
    private final ClientProxy all = game.context().clients().all();

    @Test
    void messages_are_asserted_in_their_order_each_once() {
        all.send("moved", "ada", 1);
        all.send("moved", "eve", 2);

        ada.received("moved", "ada", 1);
        ada.received("moved", "eve", 2);
        ada.receivedNothing();
    }

    @Test
    void arguments_are_compared_as_json() {
        all.send("moved", new Move("ada", 3));
        all.send("moved", Map.of("steps", 3.0, "by", "ada"), new BigDecimal("1.50"), List.of(1L), null);

        ada.received("moved", Map.of("steps", 3, "by", "ada"));
        ada.received("moved", new Move("ada", 3), 1.5, new int[] {1}, null);
    }

    @Test
    void a_single_null_is_an_argument() {
        all.send("moved", (Object) null);

        ada.received("moved", (Object[]) null);
    }

    @Test
    void another_message_is_told_with_all_that_came() {
        all.send("moved", "ada", 1);
        all.send("over");

        fails(() -> ada.received("moved", "ada", 2), """
                ada (connection-1) should have received next
                  moved("ada",2)
                but received
                  moved("ada",1)
                  over()""");
    }

    @Test
    void an_assertion_that_failed_has_taken_nothing() {
        all.send("over");

        fails(() -> ada.received("Over"), """
                ada (connection-1) should have received next
                  Over()
                but received
                  over()""");
        ada.received("over");
    }

    @Test
    void what_does_not_come_is_told() {
        fails(() -> ada.received("over"), """
                ada (connection-1) should have received next
                  over()
                but received nothing more""");
        fails(ada::next, "ada (connection-1) should have received a message, but received nothing");
    }

    @Test
    void what_cannot_come_any_more_is_told() {
        ada.disconnect();

        fails(() -> ada.received("over"), """
                ada (connection-1) should have received next
                  over()
                but received nothing more, because the connection is closed""");
    }

    @Test
    void what_came_though_nothing_should_have_is_told() {
        all.send("over");

        fails(ada::receivedNothing, """
                ada (connection-1) should have received nothing more, but received
                  over()""");
    }

    @Test
    void a_client_that_is_nobody_goes_by_its_connection() {
        HubTestClient nobody = game.connect();

        fails(nobody::next, "connection-2 should have received a message, but received nothing");
    }

    @Test
    void a_client_interface_asserts_by_its_methods() {
        all.send("moved", new Move("ada", 3));
        all.send("Over");

        fails(() -> ada.received(Player.class).isOver(), """
                ada (connection-1) should have received next
                  Over()
                but received
                  moved({"by":"ada","steps":3})
                  Over()""");
        ada.received(Player.class).moved(new Move("ada", 3));
        ada.received(Player.class).isOver();
    }

    @Test
    void a_message_can_be_looked_at() {
        all.send("moved", new Move("ada", 3), List.of("a"), null);

        ReceivedMessage moved = ada.next();

        assertThat(moved.method()).isEqualTo("moved");
        assertThat(moved.arguments()).hasSize(3).contains(Json.createArrayBuilder().add("a").build());
        assertThat(moved.argument(0, Move.class)).isEqualTo(new Move("ada", 3));
        assertThat(moved.argument(1, String[].class)).containsExactly("a");
        assertThat(moved.argument(2, String.class)).isNull();
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> moved.argument(0, int.class))
                .withMessage("Argument 0 of moved({\"by\":\"ada\",\"steps\":3},[\"a\"],null) is no int.");
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> moved.argument(3, String.class));
        ada.receivedNothing();
    }

    @Test
    void what_is_of_no_interest_can_be_forgotten_and_ignored() {
        all.send("moved", 1);
        all.send("over");
        ada.ignore("moved");
        all.send("moved", 2);
        ada.received("over");
        ada.receivedNothing();

        all.send("over");
        ada.forget();
        ada.receivedNothing();
    }

    private static void fails(Runnable assertion, String text) {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(assertion::run).withMessage(text);
    }
}
