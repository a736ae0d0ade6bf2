package dev.hubcast.showcase;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The names below are those that the page's scripts read. */
class MessagesAsJsonTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final Jsonb json = JsonbBuilder.create();

    @AfterEach
    void close() throws Exception {
        json.close();
    }

    @Test
    void a_message_is_what_the_page_reads() {
        assertThat(json.toJson(new ChatMessage(7, "coffee", "ada", "<b>", NOON)))
                .isEqualTo("{\"at\":\"2026-11-22T12:00:00Z\",\"id\":7,\"room\":\"coffee\",\"text\":\"<b>\",\"user\":\"ada\"}");
    }

    @Test
    void a_whisper_is_what_the_page_reads() {
        assertThat(json.toJson(new Whisper("ada", "linus", "psst", NOON)))
                .isEqualTo("{\"at\":\"2026-11-22T12:00:00Z\",\"from\":\"ada\",\"text\":\"psst\",\"to\":\"linus\"}");
    }

    @Test
    void a_welcome_is_what_the_page_reads() {
        RoomStatus room = new RoomStatus("coffee", "Cups", true, List.of("ada"), 3);
        assertThat(json.toJson(new Welcome("ada", false, List.of(room)))).isEqualTo("{\"moderator\":false,\"rooms\":["
                + "{\"name\":\"coffee\",\"open\":true,\"people\":[\"ada\"],\"topic\":\"Cups\",\"version\":3}],\"user\":\"ada\"}");
    }

    @Test
    void a_history_is_what_the_page_reads() {
        assertThat(json.toJson(new RoomHistory("coffee", List.of(), true))).isEqualTo("{\"gap\":true,\"messages\":[],\"room\":\"coffee\"}");
    }
}
