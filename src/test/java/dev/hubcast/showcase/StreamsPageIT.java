package dev.hubcast.showcase;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Streams from the server and to it, and questions between windows. */
class StreamsPageIT extends Showcase {

    private static final ContainsTextOptions IN_A_WHILE = new ContainsTextOptions().setTimeout(60_000);

    private static Page live(Page page) {
        assertThat(page.getByTestId("connection-state")).hasText("Live");
        return page;
    }

    private Page watch() {
        return live(open("streams/"));
    }

    private static void ask(Page asking, Page asked, String question) {
        asking.getByTestId("window").selectOption(asked.getByTestId("me").textContent());
        asking.getByTestId("question").fill(question);
        asking.getByTestId("ask").click();
    }

    private static void upload(Page page, String name, byte[] content) {
        page.getByTestId("file").setInputFiles(new FilePayload(name, "application/octet-stream", content));
    }

    private static String sha256(byte[] content) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }

    @Test
    void a_stream_goes_on_until_its_window_cancels_and_the_server_hears_of_that() {
        Page ada = watch();
        Page grace = watch();
        ada.getByTestId("watch").click();
        grace.getByTestId("watch").click();
        assertThat(ada.getByTestId("live-sentence")).hasText("Streaming to 2 windows.");
        assertThat(ada.getByTestId("memory")).hasText(Pattern.compile("\\d+\\.\\d MB"));

        grace.getByTestId("cancel-watch").click();

        assertThat(grace.getByTestId("live-sentence")).hasText(Pattern.compile("Cancelled after \\d+ readings\\."));
        assertThat(ada.getByTestId("live-sentence")).hasText("Streaming to this window.");
        grace.getByTestId("watch").click();
        assertThat(ada.getByTestId("live-sentence")).hasText("Streaming to 2 windows.");
        grace.close();
        assertThat(ada.getByTestId("live-sentence")).hasText("Streaming to this window.");
        assertNoConsoleErrors();
    }

    @Test
    void a_file_is_uploaded_whole_and_in_its_order_while_others_go_on() throws NoSuchAlgorithmException {
        byte[] content = new byte[1_000_003];
        new Random(7).nextBytes(content);
        Page ada = watch();

        upload(ada, "noise.bin", content);

        assertThat(ada.getByTestId("upload-sentence")).containsText("The server has all 1.0 MB of noise.bin", IN_A_WHILE);
        assertThat(ada.getByTestId("sum")).hasText(sha256(content));
        assertThat(ada.getByTestId("progress")).hasJSProperty("value", 100);
        upload(ada, "empty.bin", new byte[0]);
        assertThat(ada.getByTestId("sum")).hasText(sha256(new byte[0]));
        assertNoConsoleErrors();
    }

    @Test
    void an_upload_that_is_cancelled_ends_and_another_may_begin() throws NoSuchAlgorithmException {
        Page ada = watch();
        ada.getByTestId("noise").click();
        assertThat(ada.getByTestId("upload-sentence")).containsText("of 8.0 MB");

        ada.getByTestId("cancel-upload").click();
        assertThat(ada.getByTestId("upload-sentence")).containsText("Cancelled.");
        upload(ada, "short.txt", new byte[] {1, 2, 3});

        assertThat(ada.getByTestId("sum")).hasText(sha256(new byte[] {1, 2, 3}));
        assertNoConsoleErrors();
    }

    @Test
    void a_window_asks_another_and_gets_its_answer_or_none() {
        Page ada = watch();
        assertThat(ada.getByTestId("alone")).isVisible();
        Page grace = watch();

        ask(ada, grace, "Coffee?");
        assertThat(grace.getByTestId("said").first()).containsText(ada.getByTestId("me").textContent());
        grace.getByTestId("reply").fill("<b>Yes</b>, please");
        grace.getByTestId("answer").click();
        assertThat(ada.getByTestId("told").first()).hasText(grace.getByTestId("me").textContent() + ": <b>Yes</b>, please");

        ask(grace, ada, "Tea?");
        ada.getByTestId("decline").click();
        assertThat(grace.getByTestId("told").first()).containsText("does not want to say");
        photograph(ada, "streams");

        ask(ada, grace, "Still there?");
        assertThat(grace.getByTestId("reply")).isVisible();
        grace.close();
        assertThat(ada.getByTestId("told").first()).containsText("That window is gone.");
        assertThat(ada.getByTestId("alone")).isVisible();
        assertNoConsoleErrors();
    }

    @Test
    void what_a_lost_connection_ends_can_be_begun_anew() throws IOException {
        Page ada = live(openOverCable("streams/"));
        ada.getByTestId("watch").click();
        assertThat(ada.getByTestId("live-sentence")).hasText("Streaming to this window.");

        cable.cut();
        assertThat(ada.getByTestId("live-sentence")).hasText("The connection was lost before this got through.");
        cable.mend();

        live(ada).getByTestId("watch").click();
        assertThat(ada.getByTestId("live-sentence")).hasText("Streaming to this window.");
    }

    @Test
    void the_page_fits_a_phone() {
        Page phone = onPhone(watch());
        Page other = watch();
        ask(other, phone, "How do you like it on such a small screen, where everything has to stand below each other?");
        phone.getByTestId("watch").click();

        assertThat(phone.getByTestId("reply")).isVisible();
        assertThat(phone.getByTestId("live-sentence")).hasText("Streaming to this window.");
        assertFitsPhone(phone);
        photograph(phone, "streams-phone");
    }
}
