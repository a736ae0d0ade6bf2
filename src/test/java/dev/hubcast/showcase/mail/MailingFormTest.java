package dev.hubcast.showcase.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailingFormTest {

    private static final ValidatorFactory FACTORY = Validation.buildDefaultValidatorFactory();
    private static final String SUBJECT = "A mailing needs a subject: one line of at most 200 characters.";
    private static final String TEXT = "A mailing needs a text of at most 10,000 characters.";
    private static final String RECIPIENTS = "A mailing needs recipients, 500 at most.";

    @AfterAll
    static void close() {
        FACTORY.close();
    }

    private static MailingForm form(String subject, String text, String... recipients) {
        MailingForm form = new MailingForm();
        form.subject = subject;
        form.text = text;
        form.recipients = Arrays.asList(recipients);
        return form;
    }

    private static List<String> errors(MailingForm form) {
        return FACTORY.getValidator().validate(form).stream().map(ConstraintViolation::getMessage).distinct().toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "ada@example.com", "a.b+c@x.example", "o'hara@EXAMPLE.com", "a@localhost", "{x}@1.example", "a@b-c.d--e.example"})
    void an_address_is_an_address(String address) {
        assertThat(errors(form("News", "Hello.", address))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "ada", "ada@", "@example.com", "a b@example.com", "a@b@c", "a.@example.com", ".a@example.com",
            "a..b@example.com", "a@-b.example", "a@b-.example", "a@b..example", "a@example.com.", "a@exa_mple.com", "ä@example.com", "a@exämple.com",
            "a@example.com\r\nBcc: b@example.com", "<a@example.com>", "\"a\"@example.com", "a,b@example.com"})
    void what_is_no_address_is_named(String address) {
        assertThat(errors(form("News", "Hello.", "ada@example.com", address)))
                .containsExactly("\"" + address + "\" is not an e-mail address.");
    }

    @Test
    void an_address_is_not_endless() {
        String labels = ("@" + "b".repeat(60) + ".").repeat(1) + ("c".repeat(60) + ".").repeat(2);

        assertThat(errors(form("News", "Hello.", "a".repeat(64) + "@example.com"))).isEmpty();
        assertThat(errors(form("News", "Hello.", "a".repeat(65) + "@example.com"))).hasSize(1);
        assertThat(errors(form("News", "Hello.", "a" + labels + "example"))).isEmpty();
        assertThat(errors(form("News", "Hello.", "a".repeat(64) + labels + "example"))).hasSize(1);
        assertThat(errors(form("News", "Hello.", "a".repeat(1_000_000) + "@example.com"))).hasSize(1);
        assertThat(errors(form("News", "Hello.", "a@" + "b.".repeat(500_000) + "example"))).hasSize(1);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "two\nlines", "two\r\nBcc: b@example.com", "\u0000"})
    void a_subject_is_one_line(String subject) {
        assertThat(errors(form(subject, "Hello.", "ada@example.com"))).containsExactly(SUBJECT);
    }

    @Test
    void subject_and_text_are_bounded() {
        assertThat(errors(form("s".repeat(200), "t".repeat(10_000), "ada@example.com"))).isEmpty();
        assertThat(errors(form("s".repeat(201), "t".repeat(10_001), "ada@example.com"))).containsExactlyInAnyOrder(SUBJECT, TEXT);
        assertThat(errors(form("News", " \n", "ada@example.com"))).containsExactly(TEXT);
    }

    @Test
    void recipients_are_some_and_not_too_many() {
        MailingForm form = form("News", "Hello.");
        assertThat(errors(form)).containsExactly(RECIPIENTS);

        form.recipients = null;
        assertThat(errors(form)).containsExactly(RECIPIENTS);

        form.recipients = Collections.nCopies(500, "ada@example.com");
        assertThat(errors(form)).isEmpty();

        form.recipients = Collections.nCopies(501, "ada@example.com");
        assertThat(errors(form)).containsExactly(RECIPIENTS);

        form.recipients = new ArrayList<>(Collections.singletonList(null));
        assertThat(errors(form)).hasSize(1);
    }

    @Test
    void nobody_is_written_to_twice() {
        assertThat(form("News", "Hello.", "ada@example.com", "bob@example.com", "Ada@Example.com", "ada@example.com").addresses())
                .containsExactly("ada@example.com", "bob@example.com");
    }
}
