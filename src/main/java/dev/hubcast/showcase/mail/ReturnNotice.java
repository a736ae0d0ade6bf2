package dev.hubcast.showcase.mail;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The mail that tells a sender that a letter could not be delivered. */
final class ReturnNotice {

    private static final String RECIPIENT = "X-Failed-Recipients";
    private static final String SUBJECT = "Undelivered: ";

    private ReturnNotice() {}

    static void send(ReturnedLetter letter, Session session) throws MessagingException {
        MimeMessage notice = new MimeMessage(session);
        notice.setFrom(new InternetAddress(PostOffice.addressOf("postmaster")));
        notice.setRecipient(RecipientType.TO, new InternetAddress(PostOffice.addressOf(letter.sender())));
        notice.setSubject(SUBJECT + letter.reason());
        notice.setHeader(RECIPIENT, letter.recipient());
        notice.setText("Your letter to %s came back: %s".formatted(letter.recipient(), letter.reason()));
        Transport.send(notice);
    }

    /** What a notice tells that came to a sender, empty if the mail is none. */
    static Optional<ReturnedLetter> read(String sender, InputStream mail) throws IOException {
        try {
            MimeMessage notice = new MimeMessage(null, mail);
            String recipient = notice.getHeader(RECIPIENT, null);
            String subject = notice.getSubject();
            return recipient == null || subject == null || !subject.startsWith(SUBJECT)
                    ? Optional.empty()
                    : Optional.of(new ReturnedLetter(sender, recipient, subject.substring(SUBJECT.length())));
        } catch (MessagingException e) {
            throw new IOException(e);
        }
    }
}
