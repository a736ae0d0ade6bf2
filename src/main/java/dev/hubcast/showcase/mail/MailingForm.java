package dev.hubcast.showcase.mail;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What somebody wants to be sent. */
public class MailingForm {

    private static final String SUBJECT = "A mailing needs a subject: one line of at most 200 characters.";
    private static final String TEXT = "A mailing needs a text of at most 10,000 characters.";
    private static final String RECIPIENTS = "A mailing needs recipients, 500 at most.";

    /** The subject; a line break in it would begin another header. */
    @NotBlank(message = SUBJECT)
    @Size(max = 200, message = SUBJECT)
    @Pattern(regexp = "\\P{Cntrl}*", message = SUBJECT)
    public String subject;

    /** The text. */
    @NotBlank(message = TEXT)
    @Size(max = 10_000, message = TEXT)
    public String text;

    /** Who gets it. */
    @NotNull(message = RECIPIENTS)
    @Size(min = 1, max = 500, message = RECIPIENTS)
    public List<@MailAddress String> recipients;

    Letter letter() {
        return new Letter(subject, text);
    }

    /** Nobody gets the same letter twice. */
    List<String> addresses() {
        Set<String> seen = new HashSet<>();
        return recipients.stream().filter(address -> seen.add(address.toLowerCase(Locale.ROOT))).toList();
    }
}
