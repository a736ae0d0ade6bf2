package dev.hubcast.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.protocol.HubMessage.Completion;
import dev.hubcast.protocol.HubMessage.Invocation;
import dev.hubcast.protocol.HubMessage.StreamInvocation;
import dev.hubcast.protocol.HubMessage.StreamItem;
import dev.hubcast.protocol.HubMessage.Unknown;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What must hold of a protocol whatever bytes a client sends: a message or a {@link ProtocolException}, and nothing else. */
final class UntrustedBytes {

    /** What hub methods may have for parameters. */
    private static final List<Type> PARAMETERS = List.of(
            Object.class, String.class, int.class, Long.class, double.class, boolean.class, char.class, BigDecimal.class, BigInteger.class,
            byte[].class, int[].class, UUID.class, Instant.class, LocalDate.class, Duration.class, Optional.class, List.class, Map.class,
            Colour.class, Order.class, Person.class, new Bound.TypeOf<List<Order>>() {}.type(),
            new Bound.TypeOf<Map<String, List<Person>>>() {}.type());

    private final HubProtocol protocol;

    enum Colour { RED, GREEN }

    record Order(String product, int count, List<BigDecimal> prices, Colour colour, Order next) {}

    public static final class Person {

        public String name;
        public Instant born;
        public byte[] portrait;
        public Map<String, Person> friends;
    }

    UntrustedBytes(HubProtocol protocol) {
        this.protocol = protocol;
    }

    /** Reads as a connection reads: record by record, until one is bad or incomplete. */
    void read(byte[] bytes) {
        try {
            int from = 0;
            int end;
            while (from < bytes.length && (end = endOfRecord(bytes, from)) >= 0) {
                HubMessage message = protocol.read(bytes, from, end);
                bindToEachType(message);
                assertComesThrough(message);
                from = end;
            }
        } catch (ProtocolException e) {
            assertThat(e).as("what the log says").message().isNotBlank();
        }
    }

    /** The end of a complete record, -1 if there is none; the same however much of it has arrived. */
    private int endOfRecord(byte[] bytes, int from) {
        int end = protocol.endOfRecord(bytes, from, bytes.length);
        if (end >= 0) {
            assertThat(end).as("end of the record at %d", from).isGreaterThan(from);
        }
        for (int to = from; to < Math.min(bytes.length, from + 8); to++) {
            assertThat(protocol.endOfRecord(bytes, from, to)).as("end as seen in %d bytes", to - from).isIn(-1, end);
        }
        return end > bytes.length ? -1 : end;
    }

    private void bindToEachType(HubMessage message) {
        Arguments arguments = argumentsOf(message);
        for (Type type : arguments == null ? List.<Type>of() : PARAMETERS) {
            try {
                arguments.bind(Collections.nCopies(arguments.count(), type));
            } catch (ArgumentBindingException e) {
                assertThat(e).as("what the client reads").message().isNotBlank();
            }
        }
    }

    private static Arguments argumentsOf(HubMessage message) {
        if (message instanceof Invocation call) {
            return call.arguments();
        }
        if (message instanceof StreamInvocation call) {
            return call.arguments();
        }
        if (message instanceof StreamItem item) {
            return item.item();
        }
        return message instanceof Completion end ? end.result() : null;
    }

    /** What was read is written and read again: the same record comes out, whatever the first one looked like. */
    private void assertComesThrough(HubMessage message) {
        if (message instanceof Unknown || argumentsOf(message) instanceof MessagePackArguments.Unreadable) {
            return;
        }
        byte[] record = protocol.write(message).bytes();
        assertThat(protocol.endOfRecord(record, 0, record.length)).isEqualTo(record.length);
        byte[] again = protocol.write(protocol.read(record, 0, record.length)).bytes();
        assertThat(Arrays.equals(again, record)).as("%s comes through", message).isTrue();
    }
}
