package dev.hubcast.bench.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hubcast.bench.measure.Faults;
import dev.hubcast.bench.measure.MeasurementException;
import dev.hubcast.bench.scenario.EventStreamHub.Mistakes;
import dev.hubcast.bench.scenario.EventStreamHub.Outcome;
import dev.hubcast.bench.socket.EventLoop;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Server-Sent Events are measured as WebSockets are, mistakes included. */
class EventStreamFaultsTest {

    private static final Pace PACE = new Pace(Duration.ofMillis(50), Duration.ofMillis(200), Duration.ofSeconds(5));

    @Test
    void a_faithful_hub_has_no_faults() throws IOException {
        for (Scenario scenario : List.of(new Fanout(5, 1, 1), new Fanout(5, 1, 16), new Fanout(5, 4, 1), new Echo(5, 1), new Echo(5, 8),
                new Opening(5))) {
            LoadResult result = run(scenario, new Mistakes() { });

            assertThat(result.faults()).as(scenario.name()).isEqualTo(Faults.NONE);
            assertThat(result.operations()).as(scenario.name()).isPositive();
        }
    }

    @Test
    void a_swallowed_broadcast_is_lost() throws IOException {
        LoadResult result = run(new Fanout(5, 1, 16), new Mistakes() {
            @Override
            public Outcome of(String client, String text) {
                return client.equals("client2") && text.contains("#000000000003#") ? Outcome.SWALLOWED : Outcome.SENT;
            }
        });

        assertThat(result.faults()).isEqualTo(new Faults(1, 0, 0, 0, 0));
    }

    @Test
    void a_stream_that_the_server_ends_is_a_closed_connection_and_the_others_go_on() throws IOException {
        LoadResult result = run(new Fanout(5, 1, 16), new Mistakes() {
            @Override
            public Outcome of(String client, String text) {
                return client.equals("client2") && text.contains("#000000000020#") ? Outcome.STREAM_ENDED : Outcome.SENT;
            }
        });

        assertThat(result.faults().closed()).isEqualTo(1);
        assertThat(result.faults().lost()).isPositive();
        assertThat(result.operations()).isPositive();
    }

    @Test
    void a_refused_request_ends_the_connection() {
        assertThatThrownBy(() -> run(new Fanout(5, 1, 1), new Mistakes() {
            @Override
            public int statusOf(String records) {
                return records.contains("\"send\"") ? 404 : 200;
            }
        })).isInstanceOf(MeasurementException.class).hasMessageContaining("the sender was lost").hasMessageContaining("404");
    }

    @Test
    void a_hub_that_does_not_offer_event_streams_cannot_be_measured() {
        assertThatThrownBy(() -> run(new Echo(1, 1), new Mistakes() {
            @Override
            public String transports() {
                return "[{\"transport\":\"LongPolling\",\"transferFormats\":[\"Text\"]}]";
            }
        })).isInstanceOf(MeasurementException.class).hasMessageContaining("does not offer Server-Sent Events");
    }

    private static LoadResult run(Scenario scenario, Mistakes mistakes) throws IOException {
        try (EventLoop loop = new EventLoop(); EventStreamHub hub = new EventStreamHub(mistakes)) {
            return (LoadResult) scenario.run(loop, hub.address(), PACE);
        }
    }
}
