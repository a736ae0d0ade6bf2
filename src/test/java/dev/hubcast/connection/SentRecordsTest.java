package dev.hubcast.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.protocol.Payload;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentRecordsTest {

    private static final int LIMIT = 10;

    private final SentRecords sent = new SentRecords(LIMIT);

    private void add(String... records) {
        for (String record : records) {
            sent.add(List.of(Payload.ofText(record, true)));
        }
    }

    private List<String> unacknowledged() {
        return sent.unacknowledged().stream().map(Payload::text).toList();
    }

    @Test
    void the_first_number_is_1() {
        assertThat(sent.next()).isEqualTo(1);
    }

    @Test
    void what_is_acknowledged_is_forgotten_and_the_next_number_is_that_of_the_first_that_is_not() {
        add("a", "b", "c");
        assertThat(sent.next()).isEqualTo(1);

        sent.acknowledged(2);

        assertThat(unacknowledged()).containsExactly("c");
        assertThat(sent.next()).isEqualTo(3);
    }

    @Test
    void what_was_acknowledged_once_may_be_so_again() {
        add("a", "b");
        sent.acknowledged(1);
        sent.acknowledged(1);
        sent.acknowledged(0);

        assertThat(unacknowledged()).containsExactly("b");
    }

    @Test
    void what_was_never_sent_cannot_be_acknowledged() {
        add("a");
        sent.acknowledged(Long.MAX_VALUE);
        add("b");

        assertThat(sent.next()).isEqualTo(2);
        assertThat(unacknowledged()).containsExactly("b");
    }

    @Test
    void pings_and_their_like_are_not_counted() {
        sent.add(List.of(Payload.ofText("ping"), Payload.ofText("a", true), Payload.ofText("ack")));

        assertThat(unacknowledged()).containsExactly("a");
        sent.acknowledged(1);
        assertThat(sent.next()).isEqualTo(2);
    }

    @Test
    void it_is_full_over_the_limit_until_the_client_has_acknowledged() {
        add("12345", "67890");
        assertThat(sent.isFull()).isFalse();

        add("1");
        assertThat(sent.isFull()).isTrue();

        sent.acknowledged(1);
        assertThat(sent.isFull()).isFalse();
    }
}
