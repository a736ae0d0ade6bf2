package dev.hubcast.showcase.mail;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import org.subethamail.smtp.server.SMTPServer;

/**
 * A mail server on a free port of this machine. It takes whatever it is given and passes nothing on, so nobody real ever gets mail from it.
 *
 * <p>Nobody lives at {@value #NOWHERE}: letters there are refused. At {@value #FULL} every mailbox is full: letters there are taken, and
 * come back. Senders live at {@value #HOME}: mail to them that names no sender of its own tells what has come back.
 */
final class PostOffice {

    static final String NOWHERE = "nowhere.example";
    static final String FULL = "full.example";
    static final String HOME = "hubcast.example";

    private static final int LONGEST_LETTER_BYTES = 1_000_000;
    private static final String PATIENCE_MILLIS = "10000";

    private static final long MILLIS_UNTIL_RETURN = 1200;
    private static final Logger LOG = System.getLogger(PostOffice.class.getName());

    private final ScheduledExecutorService returns;
    private final SMTPServer server;

    private PostOffice(ThreadFactory threads, Consumer<ReturnedLetter> home) {
        returns = Executors.newScheduledThreadPool(1, threads);
        server = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .maxMessageSize(LONGEST_LETTER_BYTES)
                .executorService(Executors.newCachedThreadPool(threads))
                .messageHandlerFactory(context -> new Counter(this::giveBackLater, home))
                .build();
    }

    /**
     * Opens one.
     *
     * @param threads those that serve its connections, and give letters back
     * @param home who hears of letters that have come back
     */
    static PostOffice open(ThreadFactory threads, Consumer<ReturnedLetter> home) {
        PostOffice postOffice = new PostOffice(threads, home);
        postOffice.server.start();
        return postOffice;
    }

    void close() {
        server.stop();
        returns.shutdownNow();
    }

    /** The address at which somebody of this house is to be reached. */
    static String addressOf(String name) {
        return name + "@" + HOME;
    }

    /** A session of somebody of this house; what cannot be delivered comes back to them. */
    Session session(String sender) {
        return Session.getInstance(settings(addressOf(sender)));
    }

    private void giveBackLater(ReturnedLetter letter) {
        returns.schedule(() -> giveBack(letter), MILLIS_UNTIL_RETURN, MILLISECONDS);
    }

    private void giveBack(ReturnedLetter letter) {
        try {
            ReturnNotice.send(letter, Session.getInstance(settings("<>")));
        } catch (MessagingException e) {
            LOG.log(Level.WARNING, "A letter could not be given back to its sender", e);
        }
    }

    private Properties settings(String returnPath) {
        Properties settings = new Properties();
        settings.setProperty("mail.transport.protocol", "smtp");
        settings.setProperty("mail.from", addressOf("newsletter"));
        settings.setProperty("mail.smtp.from", returnPath);
        settings.setProperty("mail.smtp.host", InetAddress.getLoopbackAddress().getHostAddress());
        settings.setProperty("mail.smtp.port", String.valueOf(server.getPortAllocated()));
        settings.setProperty("mail.smtp.localhost", "localhost");
        settings.setProperty("mail.smtp.connectiontimeout", PATIENCE_MILLIS);
        settings.setProperty("mail.smtp.timeout", PATIENCE_MILLIS);
        return settings;
    }
}
