package dev.hubcast.connection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hubcast.TransportType;
import dev.hubcast.protocol.HubMessage;
import dev.hubcast.protocol.HubMessage.Close;
import dev.hubcast.protocol.HubMessage.Completion;
import dev.hubcast.protocol.HubMessage.Invocation;
import dev.hubcast.protocol.HubProtocol;
import dev.hubcast.protocol.MessagePackHubProtocol;
import dev.hubcast.protocol.MessagePackMapping;
import dev.hubcast.protocol.Payload;
import jakarta.json.bind.annotation.JsonbTypeSerializer;
import jakarta.json.bind.serializer.JsonbSerializer;
import jakarta.json.bind.serializer.SerializationContext;
import jakarta.json.stream.JsonGenerator;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clients that speak MessagePack, alone and beside others that speak JSON. */
class BinaryProtocolTest {

    private static final HubProtocol MESSAGE_PACK = new MessagePackHubProtocol(MessagePackMapping.standard(type -> null));
    private static final String HANDSHAKE = "{\"protocol\":\"messagepack\",\"version\":1}\u001e";
    private static final byte[] ACCEPTED = "{}\u001e".getBytes(UTF_8);

    private final FakeHubCode code = new FakeHubCode();
    private final HubThreads threads = new HubThreads(BinaryProtocolTest::thread, 4, 4);
    private final LocalHub hub = new LocalHub("test", HubOptions.DEFAULTS, code, threads, List.of(TestHub.JSON, MESSAGE_PACK));

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        return thread;
    }

    @AfterEach
    void end() {
        threads.close(Duration.ZERO);
    }

    /** A client that sends bytes, and what it hears. */
    private final class BytesPeer {

        final FakeTransport transport = new FakeTransport();
        final HubConnection connection;

        BytesPeer(String id, TransportType type) {
            connection = hub.open(new ConnectionSetup(id, Peer.NOBODY, new FakeRequest(), Runnable::run, false), transport.of(type))
                    .connection();
        }

        BytesPeer connect() {
            sends(HANDSHAKE.getBytes(UTF_8));
            Eventually.holds(() -> assertThat(heard()).hasSize(1));
            Eventually.holds(() -> assertThat(code.noted()).contains("opened"));
            return this;
        }

        void sends(byte[]... parts) {
            for (byte[] part : parts) {
                connection.received(part, 0, part.length);
            }
        }

        void says(HubMessage message) {
            sends(MESSAGE_PACK.write(message).bytes());
        }

        List<Payload> heard() {
            return transport.payloads();
        }

        void heardMessages(HubMessage... messages) {
            Eventually.holds(() -> assertThat(heard().stream().skip(1).map(Payload::bytes))
                    .containsExactly(Arrays.stream(messages).map(message -> MESSAGE_PACK.write(message).bytes()).toArray(byte[][]::new)));
        }
    }

    private BytesPeer peer() {
        return new BytesPeer("of bytes", TransportType.WEB_SOCKETS);
    }

    @Test
    void its_handshake_is_text_and_answered_in_bytes() {
        BytesPeer peer = peer().connect();

        assertThat(peer.heard()).singleElement().satisfies(answer -> {
            assertThat(answer.isText()).isFalse();
            assertThat(answer.bytes()).isEqualTo(ACCEPTED);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "WEB_SOCKETS        | {\"protocol\":\"messagepack\",\"version\":3} | The server does not support version 3 of the 'messagepack' protocol.",
        "WEB_SOCKETS        | {\"protocol\":\"MessagePack\",\"version\":1} | The protocol 'MessagePack' is not supported.",
        "SERVER_SENT_EVENTS | {\"protocol\":\"messagepack\",\"version\":1} | Cannot use the 'messagepack' protocol on the current transport."
                + " The transport does not support 'Binary' transfer format."
    })
    void what_cannot_be_spoken_is_refused_in_text(TransportType type, String handshake, String error) {
        BytesPeer peer = new BytesPeer("refused", type);

        peer.sends((handshake + "\u001e").getBytes(UTF_8));

        Eventually.holds(() -> assertThat(peer.transport.closed()).isDone());
        assertThat(peer.transport.records()).containsExactly("{\"error\":\"" + error + "\"}");
    }

    @Test
    void calls_are_read_however_their_bytes_are_cut() {
        byte[] calls = joined(HANDSHAKE.getBytes(UTF_8), MESSAGE_PACK.write(new Invocation("1", "a", arguments("x".repeat(200)), List.of())).bytes(),
                MESSAGE_PACK.write(new HubMessage.Ping()).bytes(), MESSAGE_PACK.write(new Invocation("2", "b", arguments("y"), List.of())).bytes());
        for (int size : new int[] {1, 2, 3, 7, 100, calls.length}) {
            BytesPeer peer = new BytesPeer("in parts of " + size, TransportType.LONG_POLLING);
            for (int from = 0; from < calls.length; from += size) {
                peer.sends(Arrays.copyOfRange(calls, from, Math.min(calls.length, from + size)));
            }

            peer.heardMessages(Completion.result("1", "a"), Completion.result("2", "b"));
        }
    }

    @Test
    void a_group_of_both_protocols_hears_a_message_that_is_written_once_for_each() {
        Peer text = new Peer(hub).connect();
        Peer otherText = new Peer(hub).connect();
        BytesPeer bytes = new BytesPeer("first", TransportType.WEB_SOCKETS).connect();
        BytesPeer otherBytes = new BytesPeer("second", TransportType.LONG_POLLING).connect();
        Eventually.holds(() -> assertThat(hub.connectionCount()).isEqualTo(4));
        List.of(text.connection(), otherText.connection(), bytes.connection, otherBytes.connection)
                .forEach(member -> hub.join(member.id(), "all"));

        Invocation said = Invocation.of("said", List.of("grüße", 1));
        hub.deliver(new Audience.Groups(Set.of("all"), Set.of()), said);

        text.heardExactly("{\"type\":1,\"target\":\"said\",\"arguments\":[\"grüße\",1]}");
        bytes.heardMessages(said);
        otherBytes.heardMessages(said);
        assertThat(otherBytes.heard().get(1)).isSameAs(bytes.heard().get(1));
        assertThat(otherText.transport().payloads().get(1)).isSameAs(text.transport().payloads().get(1));
    }

    /** A class that JSON alone can write. */
    @JsonbTypeSerializer(Written.class)
    public static class OfJson {}

    public static class Written implements JsonbSerializer<OfJson> {

        @Override
        public void serialize(OfJson value, JsonGenerator generator, SerializationContext context) {
            generator.write("written");
        }
    }

    @Test
    void who_speaks_a_protocol_that_cannot_carry_a_message_is_closed_and_the_others_hear_it() {
        BytesPeer bytes = peer().connect();
        Peer text = new Peer(hub).connect();
        BytesPeer alone = new BytesPeer("alone", TransportType.LONG_POLLING).connect();
        Eventually.holds(() -> assertThat(hub.connectionCount()).isEqualTo(3));
        hub.join(bytes.connection.id(), "all");
        hub.join(text.connection().id(), "all");
        Invocation said = Invocation.of("said", List.of(new OfJson()));

        Runnable later = hub.prepare(Audience.groups(List.of("all")), said);
        hub.deliver(Audience.groups(List.of("all")), said);
        later.run();
        hub.deliver(Audience.connection("alone"), said);

        String heard = "{\"type\":1,\"target\":\"said\",\"arguments\":[\"written\"]}";
        text.heardExactly(heard, heard);
        for (BytesPeer closed : List.of(bytes, alone)) {
            closed.heardMessages(new Close("Connection closed with an error.", false));
            Eventually.holds(() -> assertThat(closed.transport.closed()).isDone());
        }
    }

    @Test
    void what_no_protocol_can_carry_is_the_senders_mistake_and_nobody_hears_it() {
        Peer text = new Peer(hub).connect();
        BytesPeer bytes = peer().connect();
        Eventually.holds(() -> assertThat(hub.connectionCount()).isEqualTo(2));
        Invocation wrong = Invocation.of("said", List.of(Double.NaN));

        assertThatThrownBy(() -> hub.deliver(Audience.all(), wrong)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> hub.prepare(Audience.all(), wrong)).isInstanceOf(IllegalArgumentException.class);
        Invocation right = Invocation.of("said", List.of(1));
        hub.deliver(Audience.all(), right);

        bytes.heardMessages(right);
        text.heardExactly("{\"type\":1,\"target\":\"said\",\"arguments\":[1]}");
    }

    @Test
    void a_length_over_the_limit_ends_the_connection_before_the_message_has_come() {
        int limit = HubOptions.DEFAULTS.maximumReceiveMessageSize();
        BytesPeer greatest = new BytesPeer("greatest", TransportType.WEB_SOCKETS).connect();
        greatest.sends(HexFormat.of().parseHex("fdff01")); // with these three bytes it is the limit
        BytesPeer peer = peer().connect();

        peer.sends(HexFormat.of().parseHex("feff01"));

        peer.heardMessages(new Close("Connection closed with an error.", true));
        assertThat(limit).isEqualTo(3 + 0x7ffd);
        assertThat(greatest.heard()).hasSize(1);
        greatest.sends(HexFormat.of().parseHex("9106"), new byte[0x7ffd - 2]);
        greatest.says(new Invocation("1", "after", arguments(), List.of()));
        greatest.heardMessages(Completion.result("1", "after"));
    }

    @ParameterizedTest
    @CsvSource({"ffffffff08", "ffffffff07", "00", "0106", "0191", "0592018180c0"})
    void what_breaks_the_protocol_ends_the_connection_in_words(String bytes) {
        BytesPeer peer = peer().connect();

        peer.sends(HexFormat.of().parseHex(bytes));

        peer.heardMessages(new Close("Connection closed with an error.", true));
        Eventually.holds(() -> assertThat(peer.transport.closed()).isDone());
    }

    @Test
    void a_message_of_unknown_type_is_skipped() {
        BytesPeer peer = peer().connect();

        peer.sends(HexFormat.of().parseHex("03922ac0"));
        peer.says(new Invocation("1", "after", arguments(), List.of()));

        peer.heardMessages(Completion.result("1", "after"));
    }

    private static dev.hubcast.protocol.Arguments arguments(Object... values) {
        return dev.hubcast.protocol.Arguments.of(List.of(values));
    }

    private static byte[] joined(byte[]... parts) {
        return Payload.joinBytes(Arrays.stream(parts).map(part -> Payload.ofBytes(part, false)).toList());
    }
}
