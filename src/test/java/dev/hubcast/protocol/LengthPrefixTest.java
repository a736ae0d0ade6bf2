package dev.hubcast.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples are those of {@code HubProtocol.md}, and the borders between lengths of the prefix. */
class LengthPrefixTest {

    @ParameterizedTest
    @CsvSource({
        "00, 0", "01, 1", "7f, 127", "8001, 128", "ff7f, 16383", "808001, 16384", "ffff7f, 2097151", "80808001, 2097152",
        "ffffff7f, 268435455", "8080808001, 268435456", "ffffffff07, 2147483647", "8000, 0"
    })
    void a_length_is_read(String prefix, int length) {
        byte[] bytes = HexFormat.of().parseHex("ee" + prefix + "ee");

        int end = LengthPrefix.end(bytes, 1, bytes.length);

        assertThat(end).isEqualTo(bytes.length - 1);
        assertThat(LengthPrefix.read(bytes, 1, end)).isEqualTo(length);
    }

    @ParameterizedTest
    @CsvSource({"00, 0", "7f, 127", "8001, 128", "ff7f, 16383", "808001, 16384", "ffff7f, 2097151", "80808001, 2097152"})
    void a_length_is_written_in_its_shortest_form(String prefix, int length) {
        byte[] record = LengthPrefix.before(length);

        assertThat(record).hasSize(prefix.length() / 2 + length);
        assertThat(HexFormat.of().formatHex(record, 0, prefix.length() / 2)).isEqualTo(prefix);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "80", "8080", "ffffffff"})
    void an_incomplete_prefix_waits_for_more(String prefix) {
        byte[] bytes = HexFormat.of().parseHex(prefix + "01");

        assertThat(LengthPrefix.end(bytes, 0, bytes.length - 1)).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ffffffff08", "ffffffff0f", "8080808080", "ffffffffff01"})
    void a_length_of_two_gigabytes_is_refused_as_soon_as_it_is_said(String prefix) {
        byte[] bytes = HexFormat.of().parseHex(prefix);

        assertThatThrownBy(() -> LengthPrefix.end(bytes, 0, 5)).isInstanceOf(ProtocolException.class)
                .hasMessage("Messages over 2GB in size are not supported.");
    }

    @Test
    void an_array_that_java_does_not_have_is_refused() {
        assertThatThrownBy(() -> LengthPrefix.before(Integer.MAX_VALUE)).isInstanceOf(ArithmeticException.class);
    }
}
