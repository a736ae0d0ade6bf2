package dev.hubcast.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hubcast.protocol.HubMessage;
import dev.hubcast.protocol.HubMessage.Ack;
import dev.hubcast.protocol.HubMessage.Close;
import dev.hubcast.protocol.HubMessage.Invocation;
import dev.hubcast.protocol.HubMessage.Ping;
import dev.hubcast.protocol.HubMessage.Sequence;
import dev.hubcast.protocol.ProtocolException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InboundSequenceTest {

    private static final HubMessage CALL = Invocation.of("say", List.of());

    private final InboundSequence sequence = new InboundSequence();

    private void take(int calls) {
        for (int i = 0; i < calls; i++) {
            assertThat(sequence.admits(CALL)).isTrue();
        }
    }

    @Test
    void calls_are_counted_and_acknowledged_once() {
        assertThat(sequence.acknowledge()).isZero();
        take(3);

        assertThat(sequence.acknowledge()).isEqualTo(3);
        assertThat(sequence.acknowledge()).isZero();
        take(1);
        assertThat(sequence.acknowledge()).isEqualTo(4);
    }

    @Test
    void what_is_not_sequenced_passes_uncounted() {
        assertThat(sequence.admits(new Ping())).isTrue();
        assertThat(sequence.admits(new Ack(7))).isTrue();
        assertThat(sequence.admits(new Close(null, false))).isTrue();

        assertThat(sequence.acknowledge()).isZero();
    }

    @Test
    void on_a_new_transport_nothing_counts_before_the_sequence() {
        take(1);
        sequence.restart();

        assertThat(sequence.admits(CALL)).isFalse();
        assertThat(sequence.admits(new Ping())).isFalse();
        assertThat(sequence.admits(new Close(null, false))).isFalse();

        assertThat(sequence.admits(new Sequence(2))).isFalse();
        take(1);
        assertThat(sequence.acknowledge()).isEqualTo(2);
    }

    @Test
    void what_is_sent_again_is_taken_once() {
        take(3);
        sequence.restart();
        sequence.admits(new Sequence(2));

        assertThat(sequence.admits(CALL)).as("the second").isFalse();
        assertThat(sequence.admits(CALL)).as("the third").isFalse();
        assertThat(sequence.admits(CALL)).as("the fourth").isTrue();
        assertThat(sequence.acknowledge()).isEqualTo(4);
    }

    @Test
    void a_client_that_comes_back_is_told_nothing_before_it_listens_and_nothing_that_it_knows() {
        take(3);
        sequence.restart();
        assertThat(sequence.acknowledge()).isZero();

        sequence.admits(new Sequence(4));
        assertThat(sequence.acknowledge()).isZero();
        take(1);
        assertThat(sequence.acknowledge()).isEqualTo(4);
    }

    @Test
    void what_is_sent_again_is_acknowledged_again() {
        take(3);
        sequence.acknowledge();
        sequence.restart();
        sequence.admits(new Sequence(2));

        assertThat(sequence.acknowledge()).isEqualTo(3);
    }

    @Test
    void a_gap_is_refused_in_the_words_of_the_reference() {
        take(1);
        sequence.restart();

        assertThatThrownBy(() -> sequence.admits(new Sequence(3)))
                .isInstanceOf(ProtocolException.class).hasMessage("Sequence ID greater than amount of messages we've received.");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void a_sequence_that_begins_before_1_is_refused(long number) {
        sequence.restart();

        assertThatThrownBy(() -> sequence.admits(new Sequence(number))).isInstanceOf(ProtocolException.class);
    }
}
