package dev.hubcast.bench.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignalRWireTest {

    private static final String END = "\u001e";

    private final Wire wire = new SignalRWire(Carrier.WEBSOCKET);
    private final List<String> seen = new ArrayList<>();
    private final WireEvents events = new WireEvents() {

        @Override
        public void greeted() {
            seen.add("greeted");
        }

        @Override
        public void acknowledged() {
            seen.add("acknowledged");
        }

        @Override
        public void payload(byte[] buffer, int at, int to) {
            seen.add(Payload.intact(buffer, at, to)
                    ? Payload.origin(buffer, at) + ":" + Payload.sequence(buffer, at) + ":" + Payload.sent(buffer, at)
                    : "damaged");
        }

        @Override
        public void reply(byte[] text) {
            seen.add("reply");
        }

        @Override
        public void failed(String reason) {
            seen.add("failed " + reason);
        }
    };

    @Test
    void one_frame_may_hold_the_greeting_answers_pings_and_messages() {
        receive("{}" + END + "{\"type\":6}" + END + "{\"type\":3,\"invocationId\":\"j\",\"result\":null}" + END + message(7, 41, 5)
                + "{\"type\":3,\"result\":\"" + payload(8, 42, 6) + "\",\"invocationId\":\"1\"}" + END);

        assertThat(seen).containsExactly("greeted", "acknowledged", "7:41:5", "8:42:6");
    }

    @Test
    void a_frame_that_ends_within_a_message_fails() {
        receive(message(0, 1, 2) + "{\"type\":6}");

        assertThat(seen).hasSize(2).last().asString().startsWith("failed a text that ends");
    }

    @Test
    void an_error_fails() {
        receive("{\"type\":3,\"invocationId\":\"1\",\"error\":\"no such method\"}" + END);

        assertThat(seen).singleElement().asString().contains("no such method");
    }

    @Test
    void a_close_message_fails() {
        receive("{\"type\":7,\"allowReconnect\":true}" + END);

        assertThat(seen).singleElement().asString().startsWith("failed");
    }

    @Test
    void a_shortened_payload_is_damaged() {
        receive(message(0, 1, 2).replace("xxx.", "."));

        assertThat(seen).containsExactly("damaged");
    }

    @Test
    void a_call_carries_its_number_as_invocation_id() {
        String call = new String(wire.echo().stamped(3, 17, 99), US_ASCII);

        assertThat(call).contains("\"invocationId\":\"000000000017\"").contains("\"echo\"").contains("#00003#000000000017#");
    }

    private void receive(String text) {
        byte[] bytes = ("before" + text).getBytes(US_ASCII);
        wire.received(bytes, "before".length(), bytes.length, events);
    }

    private static String message(int origin, long sequence, long sent) {
        return "{\"type\":1,\"target\":\"message\",\"arguments\":[\"" + payload(origin, sequence, sent) + "\"]}" + END;
    }

    private static String payload(int origin, long sequence, long sent) {
        return new String(new RawWire().broadcast("").stamped(origin, sequence, sent), US_ASCII);
    }
}
