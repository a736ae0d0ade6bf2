package dev.hubcast.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordReaderTest {

    private static final int LIMIT = 10;

    private final Taken taken = new Taken();
    private final RecordReader reader = new RecordReader(LIMIT);

    /** Records that end in a semicolon. */
    private static final class Taken implements RecordReader.Records {

        final List<String> records = new ArrayList<>();
        long looks;
        int stopAfter = Integer.MAX_VALUE;

        @Override
        public int end(byte[] bytes, int from, int seen, int to) {
            assertThat(seen).isBetween(from, to);
            for (int i = seen; i < to; i++) {
                looks++;
                if (bytes[i] == ';') {
                    return i + 1;
                }
            }
            return -1;
        }

        @Override
        public boolean take(byte[] bytes, int from, int end) {
            records.add(new String(bytes, from, end - from, StandardCharsets.UTF_8));
            return records.size() < stopAfter;
        }
    }

    private void read(RecordReader into, String part) {
        byte[] bytes = ("junk" + part + "junk").getBytes(StandardCharsets.UTF_8);
        into.read(bytes, 4, bytes.length - 4, taken);
    }

    private void read(String part) {
        read(reader, part);
    }

    @Test
    void a_message_may_hold_several_records() {
        read("a;bc;;d;");

        assertThat(taken.records).containsExactly("a;", "bc;", ";", "d;");
    }

    @Test
    void records_may_be_split_anywhere() {
        String all = "a;bcd;é;;efgh;";
        byte[] bytes = all.getBytes(StandardCharsets.UTF_8);
        for (int first = 0; first <= bytes.length; first++) {
            for (int second = first; second <= bytes.length; second++) {
                taken.records.clear();
                RecordReader fresh = new RecordReader(LIMIT);
                fresh.read(bytes, 0, first, taken);
                fresh.read(bytes, first, second, taken);
                fresh.read(bytes, second, bytes.length, taken);
                assertThat(taken.records).as("split at %d and %d", first, second).containsExactly("a;", "bcd;", "é;", ";", "efgh;");
            }
        }
    }

    @Test
    void what_was_received_is_not_kept_in_the_transports_array() {
        byte[] bytes = "ab".getBytes(StandardCharsets.UTF_8);
        reader.read(bytes, 0, 2, taken);
        bytes[0] = 'x';
        read(";");

        assertThat(taken.records).containsExactly("ab;");
    }

    @Test
    void a_record_may_be_as_large_as_the_limit_with_its_terminator() {
        read("123456789;");
        read("1234");
        read("56789;");
        read("1234567890".substring(0, LIMIT));

        assertThat(taken.records).containsExactly("123456789;", "123456789;");
    }

    @Test
    void a_record_over_the_limit_is_refused_in_one_part_and_in_several() {
        assertThatThrownBy(() -> read("1234567890;")).isInstanceOf(MessageTooBigException.class).hasMessageContaining("10B");

        RecordReader other = new RecordReader(LIMIT);
        read(other, "12345");
        assertThatThrownBy(() -> read(other, "67890;")).isInstanceOf(MessageTooBigException.class);
    }

    @Test
    void a_record_that_grows_over_the_limit_is_refused_before_its_end() {
        read("1234567890");

        assertThatThrownBy(() -> read("1")).isInstanceOf(MessageTooBigException.class);
        assertThat(taken.records).isEmpty();
    }

    @Test
    void the_limit_holds_for_each_record_and_not_for_the_message() {
        read("12345");
        read("6;123456789;123456789;1234");
        read("56789;");

        assertThat(taken.records).containsExactly("123456;", "123456789;", "123456789;", "123456789;");
    }

    @Test
    void those_before_a_record_over_the_limit_are_taken() {
        assertThatThrownBy(() -> read("a;b;12345678901")).isInstanceOf(MessageTooBigException.class);

        assertThat(taken.records).containsExactly("a;", "b;");
    }

    @Test
    void nothing_is_taken_once_the_taker_has_enough() {
        taken.stopAfter = 1;
        read("a;b;");

        assertThat(taken.records).containsExactly("a;");
    }

    @Test
    void a_record_in_a_hundred_thousand_parts_is_looked_at_once() {
        int parts = 100_000;
        RecordReader large = new RecordReader(2 * parts);
        byte[] part = {'x'};
        for (int i = 0; i < parts; i++) {
            large.read(part, 0, 1, taken);
        }
        large.read(new byte[] {';'}, 0, 1, taken);

        assertThat(taken.records).singleElement().asString().hasSize(parts + 1);
        assertThat(taken.looks).isLessThanOrEqualTo(2L * parts);
    }

    @Test
    void a_record_in_a_million_parts_is_not_copied_for_each_of_them() {
        int parts = 1_000_000;
        RecordReader large = new RecordReader(2 * parts);
        byte[] part = {'x'};
        assertTimeoutPreemptively(Eventually.PATIENCE, () -> {
            for (int i = 0; i < parts; i++) {
                large.read(part, 0, 1, taken);
            }
            large.read(new byte[] {';'}, 0, 1, taken);
        });

        assertThat(taken.records).singleElement().asString().hasSize(parts + 1);
    }
}
