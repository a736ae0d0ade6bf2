package dev.hubcast.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.protocol.HubMessage.Close;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndingTest {

    @Test
    void a_detail_stands_behind_the_sentence_that_clients_know() {
        assertThat(Ending.badRecord("InvalidDataException: why").record())
                .isEqualTo(new Close("Connection closed with an error. InvalidDataException: why", true));
        assertThat(Ending.badRecord(null).record()).isEqualTo(new Close("Connection closed with an error.", true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "é", "€", "😀", "x😀"})
    void a_phrase_fits_into_a_close_frame_whatever_its_characters(String character) {
        String phrase = Ending.closedByClient(character.repeat(200)).reason().getReasonPhrase();

        assertThat(phrase).isNotEmpty().startsWith(character);
        byte[] bytes = phrase.getBytes(StandardCharsets.UTF_8);
        assertThat(bytes).hasSizeLessThanOrEqualTo(123);
        assertThat(new String(bytes, StandardCharsets.UTF_8)).as("no half of a surrogate pair").isEqualTo(phrase);
    }

    @Test
    void a_phrase_that_fits_is_not_cut() {
        String phrase = "é".repeat(60);

        assertThat(Ending.closedByClient(phrase).reason().getReasonPhrase()).isEqualTo(phrase);
    }

    @Test
    void a_client_that_ends_without_an_error_leaves_an_empty_phrase() {
        assertThat(Ending.closedByClient(null).reason().getReasonPhrase()).isEmpty();
    }
}
