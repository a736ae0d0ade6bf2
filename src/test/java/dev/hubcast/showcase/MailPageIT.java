package dev.hubcast.showcase;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import dev.hubcast.itest.HttpAnswer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Mailings and whoever watches them: pages, and clients that know nothing but HTTP. */
class MailPageIT extends Showcase {

    private static final String NOBODY = "bob@nowhere.example";
    private static final String FULL = "cleo@full.example";

    /** A mailing that has something of everything. */
    private static final String SOME = String.join("\n", "ada@example.com", NOBODY, FULL, "dora@example.org", "eve@example.net");

    /** A mailing that takes its time. */
    private static final String MANY =
            IntStream.range(0, 60).mapToObj("ada%d@example.com"::formatted).collect(Collectors.joining(",")) + "," + FULL;

    private static void write(Page page, String subject, String recipients) {
        page.getByTestId("subject").fill(subject);
        page.getByTestId("recipients").fill(recipients);
    }

    private static void mail(Page page, String subject, String recipients) {
        write(page, subject, recipients);
        page.getByTestId("send").click();
        assertThat(page.getByTestId("connection-state")).hasText("Live");
    }

    private static String hash(Page page) {
        page.waitForURL(Pattern.compile(".*#[0-9a-f-]{36}"));
        return page.getByTestId("elsewhere").getAttribute("href");
    }

    private static void assertCounts(Page page, int waiting, int sent, int failed, int bounced) {
        assertThat(page.getByTestId("count-WAITING")).hasText(String.valueOf(waiting));
        assertThat(page.getByTestId("count-SENT")).hasText(String.valueOf(sent));
        assertThat(page.getByTestId("count-FAILED")).hasText(String.valueOf(failed));
        assertThat(page.getByTestId("count-BOUNCED")).hasText(String.valueOf(bounced));
    }

    /** The end of {@link #SOME}. */
    private static void assertDone(Page page) {
        assertCounts(page, 0, 3, 1, 1);
        assertThat(page.getByTestId("percent")).hasText("100 %");
        assertThat(page.getByTestId("bar")).hasAttribute("aria-valuenow", "100");
    }

    /** The end of {@link #MANY}. */
    private static void assertManyDone(Page page) {
        assertCounts(page, 0, 60, 0, 1);
    }

    private static Locator delivery(Page page, String address) {
        return page.getByTestId("delivery").filter(new Locator.FilterOptions().setHasText(address));
    }

    private static String json(String subject, String text, List<String> recipients) {
        return "{\"subject\":\"%s\",\"text\":\"%s\",\"recipients\":[\"%s\"]}".formatted(subject, text, String.join("\",\"", recipients));
    }

    private JsonObject started(List<String> recipients) {
        HttpAnswer answer = send("POST", "mailings", json("News", "Hello.", recipients));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location")).endsWith("/mailings/" + answer.json().getString("id"));
        return answer.json();
    }

    @Test
    void two_windows_see_what_becomes_of_each_letter_and_whoever_reloads_sees_what_was() {
        Page ada = open("mail/");
        mail(ada, "To whom it may concern", SOME);
        Page grace = open("mail/" + hash(ada));

        for (Page page : List.of(ada, grace)) {
            assertDone(page);
            assertThat(page.getByTestId("sentence")).hasText("“To whom it may concern” is out to 5 recipients.");
            assertThat(delivery(page, "ada@example.com")).containsText("Sent");
            assertThat(delivery(page, NOBODY)).containsText("Failed550 5.1.1 Nobody of that name lives here");
            assertThat(delivery(page, FULL)).containsText("Bounced552 5.2.2 The mailbox is full");
        }
        ada.reload();
        assertDone(ada);
        assertThat(delivery(ada, FULL)).containsText("Bounced");
        assertNoConsoleErrors();
    }

    @Test
    void recipients_are_made_up_and_shown_by_their_status() {
        Page page = open("mail/");
        page.getByTestId("how-many").selectOption("25");
        page.getByTestId("generate").click();
        assertThat(page.getByTestId("verdict")).hasText("25 recipients");
        page.getByTestId("recipients").fill(page.getByTestId("recipients").inputValue() + ", " + NOBODY + ";" + NOBODY.toUpperCase());
        assertThat(page.getByTestId("verdict")).hasText("26 recipients");

        page.getByTestId("send").click();

        assertThat(page.getByTestId("percent")).hasText("100 %");
        assertThat(page.getByTestId("count-ALL")).hasText("26");
        page.getByTestId("show-FAILED").check();
        assertThat(delivery(page, NOBODY)).isVisible();
        assertThat(page.locator("[data-testid=delivery]:not([data-status=FAILED])").locator("visible=true")).hasCount(0);
        photograph(page, "mail");
        assertNoConsoleErrors();
    }

    @Test
    void nothing_is_lost_between_what_was_loaded_and_what_is_heard() {
        Page ada = open("mail/");
        Page grace = open("mail/");
        AtomicReference<Runnable> answerLate = new AtomicReference<>();
        grace.route(base.resolve("mailings/") + "*", route -> hold(route, answerLate));
        mail(ada, "Early and late", MANY);

        grace.navigate(base.resolve("mail/" + hash(ada)).toString());
        grace.waitForCondition(() -> answerLate.get() != null);
        assertManyDone(ada);
        assertThat(grace.getByTestId("sentence")).hasText("Looking for the mailing…");
        answerLate.get().run();

        assertManyDone(grace);
        assertNoConsoleErrors();
    }

    /** The state is that of now, but it arrives when it is told to. */
    private static void hold(Route route, AtomicReference<Runnable> answerLate) {
        APIResponse answer = route.fetch();
        answerLate.set(() -> route.fulfill(new Route.FulfillOptions().setResponse(answer)));
    }

    @Test
    void what_happened_while_the_connection_was_lost_is_there_when_it_is_back() throws IOException {
        Page ada = openOverCable("mail/");
        mail(ada, "In the dark", MANY);

        cable.cut();
        assertThat(ada.getByTestId("connection-state")).hasText("Reconnecting…");
        cable.mend();

        assertThat(ada.getByTestId("connection-state")).hasText("Live");
        assertManyDone(ada);
    }

    @Test
    void a_mailing_that_is_not_there_is_not_found_and_the_page_says_so() {
        assertThat(send("GET", "mailings/of-nobody").status()).isEqualTo(404);

        Page page = open("mail/#of-nobody");

        assertThat(page.getByTestId("sentence")).hasText("There is no such mailing, or it is over and forgotten.");
        assertThat(page.getByTestId("connection-state")).isHidden();
        assertThat(page.getByTestId("elsewhere")).isHidden();
    }

    @Test
    void what_is_no_address_is_told_before_anything_is_sent() {
        Page page = open("mail/");
        write(page, "News", "ada@example.com, <img src=x>");

        assertThat(page.getByTestId("verdict")).hasText("“<img” is not an e-mail address, nor is 1 other.");
        assertThat(page.getByTestId("send")).isDisabled();

        write(page, " ", "ada@example.com");
        page.getByTestId("send").click();
        assertThat(page.getByTestId("errors")).hasText("A mailing needs a subject: one line of at most 200 characters.");
        write(page, "News", "ada@example.com");
        page.getByTestId("send").click();
        assertThat(page.getByTestId("percent")).hasText("100 %");
        assertThat(page.getByTestId("errors")).isEmpty();
    }

    @Test
    void a_client_that_knows_nothing_but_http_starts_a_mailing_and_asks_for_it() {
        JsonObject mailing = started(List.of("ada@example.com", "Ada@example.com", "dora@example.org"));

        assertThat(mailing.getInt("version")).isZero();
        assertThat(mailing.getJsonArray("deliveries")).hasSize(2);
        HttpAnswer answer = send("GET", "mailings/" + mailing.getString("id"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().getJsonArray("deliveries").getJsonObject(1).getString("address")).isEqualTo("dora@example.org");
    }

    @Test
    void what_is_no_mailing_is_refused_in_words() {
        List<String> ada = List.of("ada@example.com");
        refused(json("", "Hello.", ada), "A mailing needs a subject: one line of at most 200 characters.");
        refused(json("two\\nlines", "Hello.", ada), "A mailing needs a subject: one line of at most 200 characters.");
        refused(json("News", "", ada), "A mailing needs a text of at most 10,000 characters.");
        refused(json("News", "Hello.", List.of("ada@example.com", "ada")), "\"ada\" is not an e-mail address.");
        refused(json("News", "Hello.", Collections.nCopies(501, "ada@example.com")), "A mailing needs recipients, 500 at most.");
        refused("{\"subject\":\"News\",\"text\":\"Hello.\",\"recipients\":[]}", "A mailing needs recipients, 500 at most.");
        refused("{\"subject\":\"News\",\"text\":\"Hello.\"}", "A mailing needs recipients, 500 at most.");
    }

    private void refused(String mailing, String why) {
        HttpAnswer answer = send("POST", "mailings", mailing);
        assertThat(answer.status()).as(why).isEqualTo(400);
        assertThat(answer.json().getJsonArray("errors")).extracting(Object::toString)
                .containsExactly("\"" + why.replace("\"", "\\\"") + "\"");
    }

    @Test
    void what_is_no_json_is_refused() {
        for (String body : List.of("{\"subject\":", "[]", "null", "",
                "{\"subject\":\"News\",\"text\":\"Hello.\",\"recipients\":\"ada@example.com\"}")) {
            assertThat(send("POST", "mailings", body).status()).as(body).isEqualTo(400);
        }
        assertThat(send("POST", "mailings", "text/plain", json("News", "Hello.", List.of("ada@example.com"))).status()).isEqualTo(415);
        assertThat(send("GET", "mailings").status()).isEqualTo(405);
    }

    @Test
    void the_page_fits_a_phone() {
        Page phone = onPhone(open("mail/"));
        mail(phone, "From the road", SOME + "\n" + "a".repeat(62) + "@" + "b".repeat(60) + ".example");

        assertThat(phone.getByTestId("percent")).hasText("100 %");
        assertFitsPhone(phone);
        photograph(phone, "mail-phone");
    }
}
