package dev.hubcast.showcase.mail;

import static dev.hubcast.showcase.mail.Status.BOUNCED;
import static dev.hubcast.showcase.mail.Status.FAILED;
import static dev.hubcast.showcase.mail.Status.SENT;
import static dev.hubcast.showcase.mail.Status.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailingTest {

    private static final String ADA = "ada@example.com";
    private static final String BOB = "bob@example.com";

    private final List<DeliveryChanged> heard = new ArrayList<>();
    private final Mailing mailing = new Mailing("m", new Letter("News", "Hello."), List.of(ADA, BOB), heard::add);

    @Test
    void at_first_everybody_waits() {
        assertThat(mailing.state())
                .isEqualTo(new MailingState("m", 0, "News", List.of(new Delivery(ADA, WAITING, ""), new Delivery(BOB, WAITING, ""))));
    }

    @Test
    void each_change_is_told_with_the_version_that_it_makes() {
        mailing.sent(BOB);
        mailing.failed(ADA, "550 no");
        mailing.bounced(BOB, "552 full");

        assertThat(heard).containsExactly(
                new DeliveryChanged(1, 1, SENT, ""), new DeliveryChanged(2, 0, FAILED, "550 no"),
                new DeliveryChanged(3, 1, BOUNCED, "552 full"));
        assertThat(mailing.state())
                .isEqualTo(new MailingState("m", 3, "News",
                        List.of(new Delivery(ADA, FAILED, "550 no"), new Delivery(BOB, BOUNCED, "552 full"))));
    }

    @Test
    void a_letter_that_is_back_before_it_is_said_to_be_sent_stays_back() {
        mailing.bounced(ADA, "552 full");
        mailing.sent(ADA);
        mailing.bounced(ADA, "552 still full");

        assertThat(heard).containsExactly(new DeliveryChanged(1, 0, BOUNCED, "552 full"));
    }

    @Test
    void what_is_unknown_changes_nothing() {
        mailing.bounced("eve@example.com", "552 full");

        assertThat(heard).isEmpty();
    }

    @Test
    void at_the_end_nobody_waits() {
        mailing.sent(ADA);

        mailing.end();
        mailing.end();

        assertThat(mailing.state().deliveries()).extracting(Delivery::status).containsExactly(SENT, FAILED);
        assertThat(heard).hasSize(2);
    }

    @Test
    void a_state_is_of_its_moment() {
        MailingState before = mailing.state();

        mailing.sent(ADA);

        assertThat(before.deliveries()).extracting(Delivery::status).containsOnly(WAITING);
    }
}
