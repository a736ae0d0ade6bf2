package dev.hubcast.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessageUnpacker;
import org.msgpack.value.Value;
import org.msgpack.value.ValueFactory;

/** Random values: what is written, msgpack-core reads as the same; where a value ends, both agree. */
class MessagePackOracleTest {

    private static final int ROUNDS = 1_000;

    @Test
    void what_is_written_is_the_same_for_another_reader() {
        for (long seed = 0; seed < ROUNDS; seed++) {
            Object value = value(new Random(seed), 3);

            byte[] written = Packed.written(value);

            assertThat(Packed.read(written)).as("seed %d", seed).isEqualTo(expected(value));
            assertThat(Packed.bind(Object.class, written)).as("seed %d", seed).usingRecursiveComparison().isEqualTo(untyped(value));
        }
    }

    @Test
    void a_value_that_is_skipped_ends_where_another_reader_finds_its_end() throws IOException {
        for (long seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            byte[] values = Packed.joined(Packed.written(value(random, 3)), Packed.written(value(random, 3)), new byte[] {7});
            MessagePackInput in = new MessagePackInput(values, 0, values.length);
            MessageUnpacker oracle = MessagePack.newDefaultUnpacker(values);
            for (int i = 0; i < 2; i++) {
                in.skip();
                oracle.skipValue();

                assertThat(in.position()).as("seed %d", seed).isEqualTo((int) oracle.getTotalReadBytes());
            }
            assertThat(in.integer()).isEqualTo(7);
        }
    }

    @Test
    void a_value_that_is_cut_off_is_never_taken_for_whole() {
        for (long seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            byte[] written = Packed.written(Arrays.asList(value(random, 3), "end"));

            Packed.assertRefused(Object.class, Arrays.copyOf(written, random.nextInt(written.length)));
        }
    }

    private static Object value(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 7 : 9)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2 -> random.nextLong() >> random.nextInt(64);
            case 3 -> random.nextGaussian();
            case 4 -> "aé世😀".substring(0, random.nextInt(4)).repeat(random.nextInt(120));
            case 5 -> {
                byte[] bytes = new byte[random.nextInt(3) * random.nextInt(200)];
                random.nextBytes(bytes);
                yield bytes;
            }
            case 6 -> Instant.ofEpochSecond(random.nextLong() >> 20 + random.nextInt(30), random.nextBoolean() ? 0 : random.nextInt(1_000_000_000));
            case 7 -> {
                List<Object> list = new ArrayList<>();
                for (int i = random.nextInt(depth == 3 ? 20 : 5); i > 0; i--) {
                    list.add(value(random, depth - 1));
                }
                yield list;
            }
            default -> {
                Map<String, Object> map = new LinkedHashMap<>();
                for (int i = random.nextInt(depth == 3 ? 20 : 5); i > 0; i--) {
                    map.put("k" + i, value(random, depth - 1));
                }
                yield map;
            }
        };
    }

    private static Value expected(Object value) {
        if (value instanceof List<?> list) {
            return ValueFactory.newArray(list.stream().map(MessagePackOracleTest::expected).toList());
        }
        if (value instanceof Map<?, ?> map) {
            Map<Value, Value> members = new LinkedHashMap<>();
            map.forEach((name, member) -> members.put(expected(name), expected(member)));
            return ValueFactory.newMap(members);
        }
        if (value instanceof Boolean bool) {
            return ValueFactory.newBoolean(bool);
        }
        if (value instanceof Long number) {
            return ValueFactory.newInteger(number);
        }
        if (value instanceof Double number) {
            return ValueFactory.newFloat(number);
        }
        if (value instanceof String text) {
            return ValueFactory.newString(text);
        }
        if (value instanceof Instant instant) {
            return ValueFactory.newTimestamp(instant);
        }
        return value == null ? ValueFactory.newNil() : ValueFactory.newBinary((byte[]) value);
    }

    /** What JSON Binding makes of it where no type is asked for. */
    private static Object untyped(Object value) {
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(element -> copy.add(untyped(element)));
            return copy;
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            map.forEach((name, member) -> copy.put(name, untyped(member)));
            return copy;
        }
        if (value instanceof Long number) {
            return BigDecimal.valueOf(number);
        }
        return value instanceof Double number ? BigDecimal.valueOf(number) : value;
    }
}
