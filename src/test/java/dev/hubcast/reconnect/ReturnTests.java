package dev.hubcast.reconnect;

import static dev.hubcast.reconnect.ReconnectApplication.idOf;
import static dev.hubcast.reconnect.ReconnectApplication.openings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.itest.HubWatch;
import dev.hubcast.itest.RawHubClient;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that lose TCP and come back in time: nothing is lost and nothing comes twice; played by each suite. */
interface ReturnTests extends ReconnectApplication {

    int LOSSES = 40;
    int MOST_STEPS = 25;
    int MOST_BYTES = 3000;
    String CLOSE = "{\"type\":7}\u001e";

    @ParameterizedTest
    @ValueSource(longs = {1, 20261125})
    default void every_message_arrives_once_and_in_order_however_often_tcp_is_lost_under_load(long seed) {
        HubWatch watch = watch("returning");
        ReturningClient client = connect(hub("returning"));
        String id = idOf(client);
        Random random = new Random(seed);
        Steps steps = new Steps(client);
        for (int loss = 0; loss < LOSSES; loss++) {
            for (int more = random.nextInt(MOST_STEPS); more > 0; more--) {
                steps.begin(random.nextInt(MOST_BYTES), "y".repeat(random.nextInt(MOST_BYTES)));
            }
            steps.hear(random.nextInt(steps.outstanding() + 1));
            if (random.nextInt(3) > 0) {
                client.acknowledge();
            }
            do { // perhaps again before anything was heard
                lose(client.webSocket(), random);
                client.comeBack();
            } while (random.nextInt(3) == 0);
        }
        steps.hear(steps.outstanding());

        assertThat(client.invoke("steps").getJsonArray("result").stream().map(Object::toString))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, steps.begun()).mapToObj(String::valueOf).toList());
        assertThat(watch.hasEnded(id)).isFalse();
        client.webSocket().sendText(CLOSE);
        watch.assertEnded(id, "1000", 1);
        assertThat(openings(watch, id)).as("runs of @OnOpen").isEqualTo(1);
    }

    private static void lose(RawHubClient webSocket, Random random) {
        if (random.nextBoolean()) {
            webSocket.reset();
        } else {
            webSocket.close();
        }
    }

    @Test
    default void what_is_said_while_nobody_is_there_is_heard_by_who_comes_back() {
        HubWatch watch = watch("returning");
        ReturningClient client = connect(hub("returning"));
        String id = idOf(client);

        client.webSocket().reset();
        watch.client().invoke("tell", id, "first");
        watch.client().invoke("tell", id, "second");
        client.comeBack();

        assertThat(client.receive().getJsonArray("arguments").getString(0)).isEqualTo("first");
        assertThat(client.receive().getJsonArray("arguments").getString(0)).isEqualTo("second");
        assertThat(idOf(client)).isEqualTo(id);
    }

    @Test
    default void a_websocket_that_is_still_there_is_replaced_and_closed() {
        ReturningClient client = connect(hub("returning"));
        String id = idOf(client);
        RawHubClient before = client.webSocket();

        client.comeBack();

        assertThat(idOf(client)).isEqualTo(id);
        assertThat(before.lengthsToTheEnd()).as("messages to the one that was replaced").isEmpty();
        assertThat(idOf(client)).isEqualTo(id);
    }

    @Test
    default void nobody_listens_to_a_websocket_that_was_replaced() {
        ReturningClient client = connect(hub("returning"));
        String id = idOf(client);
        RawHubClient before = client.webSocket();

        client.comeBack();
        assertThat(idOf(client)).as("when the server knows the new one").isEqualTo(id);
        before.sendIfOpen(CLOSE);

        assertThat(idOf(client)).isEqualTo(id);
        before.close();
    }
}
