package dev.hubcast.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubcast.TransportType;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NegotiationsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final AtomicLong now = new AtomicLong();
    private final Negotiations negotiations = new Negotiations(PATIENCE, now::get);

    @Test
    void the_token_is_not_the_id() {
        Negotiation negotiation = begin();

        assertThat(negotiation.token()).isNotEqualTo(negotiation.connectionId());
        assertThat(negotiations.find(negotiation.token())).isSameAs(negotiation);
        assertThat(negotiations.find(negotiation.connectionId())).isNull();
    }

    @Test
    void in_version_0_the_id_is_the_token() {
        Negotiation negotiation = negotiations.begin("ada", false, false).orElseThrow();

        assertThat(negotiations.find(negotiation.connectionId())).isSameAs(negotiation);
        assertThat(negotiation.token()).isEqualTo(negotiation.connectionId());
    }

    @Test
    void ids_are_128_random_bits_that_need_no_encoding() {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            ids.add(negotiations.newId());
        }

        assertThat(ids).hasSize(1_000).allMatch(id -> id.matches("[A-Za-z0-9_-]{22}"));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, Long.MAX_VALUE - 1, -5})
    void one_that_nobody_comes_for_is_forgotten_when_patience_ends(long start) {
        now.set(start);
        Negotiation negotiation = begin();

        now.set(start + PATIENCE.toNanos());
        negotiations.expire();
        assertThat(negotiations.find(negotiation.token())).isSameAs(negotiation);

        now.incrementAndGet();
        negotiations.expire();
        assertThat(negotiations.find(negotiation.token())).isNull();
        assertThat(negotiations.count()).isZero();
    }

    @Test
    void one_that_is_claimed_stays_until_it_ends() {
        Negotiation negotiation = begin();
        negotiation.claim(TransportType.WEB_SOCKETS);

        now.set(Duration.ofDays(1).toNanos());
        negotiations.expire();
        assertThat(negotiations.find(negotiation.token())).isSameAs(negotiation);

        negotiations.end(negotiation);
        assertThat(negotiations.find(negotiation.token())).isNull();
    }

    @Test
    void one_that_is_over_is_kept_for_its_client_until_patience_ends() {
        Negotiation negotiation = begin();
        negotiation.claim(TransportType.LONG_POLLING);
        now.set(Duration.ofDays(1).toNanos());
        negotiations.linger(negotiation);

        now.addAndGet(PATIENCE.toNanos());
        negotiations.expire();
        assertThat(negotiations.find(negotiation.token())).isSameAs(negotiation);

        now.addAndGet(2);
        negotiations.expire();
        assertThat(negotiations.find(negotiation.token())).isNull();
    }

    @Test
    void it_is_claimed_once_and_again_after_it_was_released() {
        Negotiation negotiation = begin();

        assertThat(negotiation.claim(TransportType.LONG_POLLING)).isNull();
        assertThat(negotiation.claim(TransportType.WEB_SOCKETS)).isEqualTo(TransportType.LONG_POLLING);
        negotiation.release();
        assertThat(negotiation.claim(TransportType.WEB_SOCKETS)).isNull();
    }

    @Test
    void it_belongs_to_who_negotiated() {
        Negotiation adas = begin();
        Negotiation nobodys = negotiations.begin(null, true, false).orElseThrow();

        assertThat(adas.belongsTo("ada")).isTrue();
        assertThat(adas.belongsTo("eve")).isFalse();
        assertThat(adas.belongsTo(null)).isFalse();
        assertThat(nobodys.belongsTo(null)).isTrue();
        assertThat(nobodys.belongsTo("ada")).isFalse();
    }

    @Test
    void no_more_than_the_bound_wait_but_live_ones_do_not_count() {
        Negotiation live = begin();
        live.claim(TransportType.WEB_SOCKETS);
        for (int i = 0; i < Negotiations.MOST_WAITING; i++) {
            assertThat(negotiations.begin("ada", true, false).isPresent()).isTrue();
        }

        assertThat(negotiations.begin("ada", true, false)).isEmpty();
        assertThat(negotiations.count()).isEqualTo(Negotiations.MOST_WAITING + 1);

        now.set(PATIENCE.toNanos() + 1);
        negotiations.expire();
        assertThat(negotiations.count()).isEqualTo(1);
        assertThat(negotiations.begin("ada", true, false)).isPresent();
    }

    private Negotiation begin() {
        return negotiations.begin("ada", true, false).orElseThrow();
    }
}
