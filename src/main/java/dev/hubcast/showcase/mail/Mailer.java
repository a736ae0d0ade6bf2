package dev.hubcast.showcase.mail;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.NoSuchProviderException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Date;
import java.util.function.BooleanSupplier;

/** Sends a mailing by Jakarta Mail, one letter after another over one connection. For use by one thread. */
final class Mailer {

    private static final Logger LOG = System.getLogger(Mailer.class.getName());

    private final Session session;
    private final Transport transport;

    Mailer(Session session) {
        this.session = session;
        try {
            transport = session.getTransport();
        } catch (NoSuchProviderException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends it, and notes what becomes of each letter; ends early if it is to stop. */
    void send(Mailing mailing, BooleanSupplier stops) {
        for (String address : mailing.addresses()) {
            if (stops.getAsBoolean()) {
                break;
            }
            send(mailing, address);
        }
        hangUp();
    }

    private void send(Mailing mailing, String address) {
        try {
            MimeMessage message = write(mailing.letter(), address);
            if (!transport.isConnected()) {
                transport.connect();
            }
            transport.sendMessage(message, message.getAllRecipients());
            mailing.sent(address);
        } catch (MessagingException e) {
            mailing.failed(address, reason(e));
        }
    }

    private MimeMessage write(Letter letter, String address) throws MessagingException {
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress(PostOffice.addressOf("newsletter")));
        message.setRecipient(RecipientType.TO, new InternetAddress(address));
        message.setSubject(letter.subject(), "UTF-8");
        message.setText(letter.text(), "UTF-8");
        message.setSentDate(new Date());
        message.saveChanges();
        return message;
    }

    private void hangUp() {
        try {
            transport.close();
        } catch (MessagingException e) {
            // What became of each letter is known by now.
            LOG.log(Level.DEBUG, "The connection to the mail server did not end well", e);
        }
    }

    /** The server's own words are in the exception behind the one that says who did not get the letter. */
    private static String reason(MessagingException e) {
        Exception cause = e.getNextException() == null ? e : e.getNextException();
        return String.valueOf(cause.getMessage()).strip();
    }
}
