package dev.hubcast.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.connection.Audience;
import dev.hubcast.connection.Eventually;
import dev.hubcast.connection.Feed;
import dev.hubcast.protocol.HubMessage.Invocation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventStreamTest {

    private static final String OPENING = ":\r\n";
    private static final String ACCEPTED = "data: {}\u001e\r\n\r\n";

    private final HubInTest hub = new HubInTest();
    private final FakeAsync exchange = new FakeAsync();
    private final AtomicReference<Feed> feed = new AtomicReference<>();

    @AfterEach
    void close() {
        hub.close();
    }

    private void open() throws IOException {
        Admission admission = hub.admission();
        EventStream.open(new Admission(transport -> {
            feed.set(admission.open(transport));
            return feed.get();
        }), exchange.request());
    }

    private void connect() throws IOException {
        open();
        byte[] handshake = "{\"protocol\":\"json\",\"version\":1}\u001e".getBytes(StandardCharsets.UTF_8);
        feed.get().received(handshake, 0, handshake.length);
        Eventually.holds(() -> assertThat(exchange.body()).isEqualTo(OPENING + ACCEPTED));
        Eventually.holds(() -> assertThat(hub.hub.connectionCount()).isEqualTo(1));
    }

    private void tell(Object... values) {
        hub.hub.deliver(Audience.all(), Invocation.of("said", List.of(values)));
    }

    @Test
    void it_begins_with_a_comment_and_headers_that_keep_it_flowing() throws Exception {
        open();

        assertThat(exchange.body()).isEqualTo(OPENING);
        assertThat(exchange.status()).isEqualTo(200);
        assertThat(exchange.header("Content-Type")).isEqualTo("text/event-stream");
        assertThat(exchange.header("Cache-Control")).isEqualTo("no-cache, no-store");
        assertThat(exchange.header("Pragma")).isEqualTo("no-cache");
        assertThat(exchange.header("Content-Encoding")).isEqualTo("identity");
        assertThat(exchange.isWaiting()).isTrue();
    }

    @Test
    void a_record_is_an_event() throws Exception {
        connect();
        tell("line 1\nline 2");

        Eventually.holds(() -> assertThat(exchange.body()).endsWith(
                ACCEPTED + "data: {\"type\":1,\"target\":\"said\",\"arguments\":[\"line 1\\nline 2\"]}\u001e\r\n\r\n"));
    }

    @Test
    void records_that_leave_together_are_one_event() throws Exception {
        connect();
        tell(0);
        Eventually.holds(() -> assertThat(exchange.body()).contains("[0]"));
        exchange.out.room(1);
        tell(1);
        tell(2);
        tell(3);
        exchange.out.drained(5);

        assertThat(exchange.body()).endsWith("\r\n\r\ndata: {\"type\":1,\"target\":\"said\",\"arguments\":[2]}\u001e"
                + "{\"type\":1,\"target\":\"said\",\"arguments\":[3]}\u001e\r\n\r\n");
    }

    @Test
    void when_the_hub_ends_the_connection_the_stream_ends_behind_its_last_record() throws Exception {
        connect();
        feed.get().connection().abort();

        Eventually.holds(() -> assertThat(exchange.isOver()).isTrue());
        assertThat(exchange.body()).endsWith("data: {\"type\":7}\u001e\r\n\r\n");
        Eventually.holds(() -> assertThat(hub.noted).containsExactly("closed 1000"));
    }

    @Test
    void a_stream_that_breaks_is_the_connections_end() throws Exception {
        connect();
        exchange.out.failWith(new IOException("broken pipe"));
        tell("nobody hears this");

        Eventually.holds(() -> assertThat(hub.noted).containsExactly("closed 1006"));
        assertThat(exchange.isOver()).isTrue();
    }

    @Test
    void a_client_that_goes_away_is_the_connections_end() throws Exception {
        connect();
        exchange.breakWith(new IOException("gone"));

        Eventually.holds(() -> assertThat(hub.noted).containsExactly("closed 1006"));
        assertThat(exchange.isOver()).isTrue();
    }

    @Test
    void a_hub_that_was_closed_meanwhile_ends_the_stream() throws Exception {
        hub.hub.close();
        open();

        Eventually.holds(() -> assertThat(exchange.isOver()).isTrue());
    }
}
