package dev.hubcast.event.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.event.bridge.Transactions.Turn;
import jakarta.enterprise.event.TransactionPhase;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TransactionsTest {

    /** Held, because a logger that nobody holds forgets its level. */
    private static final Logger LOG = Logger.getLogger(PhasedWork.class.getName());

    private final HandTransactions hand = new HandTransactions();
    private final List<String> done = new ArrayList<>();
    private final Transactions transactions = new Transactions(hand, work -> {
        done.add("together");
        work.run();
    });

    @AfterEach
    void logAgain() {
        LOG.setLevel(null);
    }

    private void later(TransactionPhase phase) {
        assertThat(transactions.turnOf(phase)).isEqualTo(Turn.LATER);
        transactions.later(phase, () -> done.add(phase.name()));
    }

    private void laterInEveryPhase() {
        later(TransactionPhase.AFTER_COMPLETION);
        later(TransactionPhase.AFTER_FAILURE);
        later(TransactionPhase.AFTER_SUCCESS);
        later(TransactionPhase.BEFORE_COMPLETION);
    }

    @ParameterizedTest
    @EnumSource(TransactionPhase.class)
    void every_phase_is_now_where_there_is_no_transaction(TransactionPhase phase) {
        assertThat(transactions.turnOf(phase)).isEqualTo(Turn.NOW);
    }

    @Test
    void in_progress_is_now() {
        hand.begin();

        assertThat(transactions.turnOf(TransactionPhase.IN_PROGRESS)).isEqualTo(Turn.NOW);
    }

    @Test
    void each_phase_has_its_turn_when_the_transaction_succeeds() {
        hand.begin();
        laterInEveryPhase();
        assertThat(done).isEmpty();
        hand.commit();

        assertThat(done).containsExactly("together", "BEFORE_COMPLETION", "together", "AFTER_COMPLETION", "AFTER_SUCCESS");
    }

    @Test
    void each_phase_has_its_turn_when_the_transaction_fails() {
        hand.begin();
        laterInEveryPhase();
        hand.rollBack();

        assertThat(done).containsExactly("together", "AFTER_COMPLETION", "AFTER_FAILURE");
    }

    @Test
    void a_transaction_that_is_doomed_never_succeeds_and_every_other_phase_is_now() {
        hand.begin().setRollbackOnly();

        assertThat(transactions.turnOf(TransactionPhase.AFTER_SUCCESS)).isEqualTo(Turn.NEVER);
        assertThat(transactions.turnOf(TransactionPhase.AFTER_FAILURE)).isEqualTo(Turn.NOW);
        assertThat(transactions.turnOf(TransactionPhase.AFTER_COMPLETION)).isEqualTo(Turn.NOW);
        assertThat(transactions.turnOf(TransactionPhase.BEFORE_COMPLETION)).isEqualTo(Turn.NOW);
    }

    @Test
    void what_comes_after_the_end_is_now() {
        hand.begin();
        List<Turn> turns = new ArrayList<>();
        transactions.later(TransactionPhase.AFTER_SUCCESS, () -> turns.add(transactions.turnOf(TransactionPhase.AFTER_SUCCESS)));
        hand.commit();

        assertThat(turns).containsExactly(Turn.NOW);
    }

    @Test
    void an_inner_transaction_has_an_end_of_its_own() {
        hand.begin();
        later(TransactionPhase.AFTER_SUCCESS);
        hand.begin();
        later(TransactionPhase.AFTER_COMPLETION);
        hand.commit();
        assertThat(done).containsExactly("together", "AFTER_COMPLETION");

        hand.commit();
        assertThat(done).containsExactly("together", "AFTER_COMPLETION", "together", "AFTER_SUCCESS");
    }

    @Test
    void what_fails_does_not_keep_the_rest_from_its_turn() {
        LOG.setLevel(Level.OFF);
        hand.begin();
        transactions.later(TransactionPhase.AFTER_SUCCESS, () -> {
            throw new IllegalStateException("on purpose");
        });
        later(TransactionPhase.AFTER_SUCCESS);
        hand.commit();

        assertThat(done).containsExactly("together", "AFTER_SUCCESS");
    }
}
