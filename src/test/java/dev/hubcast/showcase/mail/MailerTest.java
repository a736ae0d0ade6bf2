package dev.hubcast.showcase.mail;

import static dev.hubcast.showcase.mail.Status.BOUNCED;
import static dev.hubcast.showcase.mail.Status.FAILED;
import static dev.hubcast.showcase.mail.Status.SENT;
import static dev.hubcast.showcase.mail.Status.WAITING;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Letters over real connections to a real mail server, of this machine. */
class MailerTest {

    private final BlockingQueue<DeliveryChanged> heard = new LinkedBlockingQueue<>();
    private final PostOffice postOffice = PostOffice.open(MailerTest::thread, this::returned);
    private volatile Mailing mailing;

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        return thread;
    }

    @AfterEach
    void close() {
        postOffice.close();
    }

    private void returned(ReturnedLetter letter) {
        if (letter.sender().equals(mailing.id())) {
            mailing.bounced(letter.recipient(), letter.reason());
        }
    }

    private void mail(String... addresses) {
        mailing = new Mailing("8d1f-aa", new Letter("Neues für Dich", "Zeile 1\n.\nZeile 2 ✓"), List.of(addresses), heard::add);
        new Mailer(postOffice.session(mailing.id())).send(mailing, () -> false);
    }

    private DeliveryChanged next() throws InterruptedException {
        return heard.poll(15, SECONDS);
    }

    @Test
    void a_letter_is_taken_refused_or_comes_back() throws InterruptedException {
        mail("ada@example.com", "bob@nowhere.example", "cleo@Full.Example", "dora@example.org");

        awaitBounce();
        assertThat(mailing.state().deliveries()).containsExactly(
                new Delivery("ada@example.com", SENT, ""),
                new Delivery("bob@nowhere.example", FAILED, "550 5.1.1 Nobody of that name lives here"),
                new Delivery("cleo@Full.Example", BOUNCED, "552 5.2.2 The mailbox is full"),
                new Delivery("dora@example.org", SENT, ""));
    }

    private void awaitBounce() throws InterruptedException {
        DeliveryChanged change;
        do {
            change = next();
            assertThat(change).as("a letter that comes back").isNotNull();
        } while (change.status() != BOUNCED);
    }

    @Test
    void mail_to_the_house_itself_is_mail_like_any_other() throws InterruptedException {
        mail("8d1f-aa@hubcast.example", "postmaster@hubcast.example");

        assertThat(next().status()).isEqualTo(SENT);
        assertThat(next().status()).isEqualTo(SENT);
        assertThat(heard).isEmpty();
    }

    @Test
    void a_server_that_is_gone_fails_the_letters_that_are_left() throws InterruptedException {
        postOffice.close();

        mail("ada@example.com", "bob@example.com");

        assertThat(next().status()).isEqualTo(FAILED);
        DeliveryChanged last = next();
        assertThat(last.status()).isEqualTo(FAILED);
        assertThat(last.reason()).isNotBlank();
    }

    @Test
    void a_mailing_that_is_to_stop_stops() {
        mailing = new Mailing("m", new Letter("News", "Hello."), List.of("ada@example.com", "bob@example.com"), heard::add);

        new Mailer(postOffice.session("m")).send(mailing, () -> !heard.isEmpty());

        assertThat(mailing.state().deliveries()).extracting(Delivery::status).containsExactly(SENT, WAITING);
    }
}
