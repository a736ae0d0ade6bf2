package dev.hubcast.showcase;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import dev.hubcast.itest.RawListener;
import dev.hubcast.itest.RawRequest;
import dev.hubcast.itest.ServerEvent;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A process and whoever reads its queue: pages, and clients that know nothing but HTTP. */
class ProcessPageIT extends Showcase {

    /** A search is work for a processor, of which the machine that builds may have few. */
    private static final HasTextOptions IN_A_WHILE = new HasTextOptions().setTimeout(60_000);
    private static final String TERMINATE = "---terminate---";

    private static void start(Page page, String limit) {
        page.getByTestId("limit").selectOption(limit);
        page.getByTestId("start").click();
    }

    private static void assertDone(Page page, int found) {
        assertThat(page.getByTestId("sentence")).hasText("Done: %d primes were found.".formatted(found), IN_A_WHILE);
        assertThat(page.getByTestId("percent")).hasText("100 %");
        assertThat(page.getByTestId("prime")).hasCount(found);
    }

    private String started(String path) {
        var answer = send("POST", path);
        assertThat(answer.status()).isEqualTo(202);
        return answer.json().getString("queueId");
    }

    private static List<Long> idsOnTheWire(Page page) {
        return Pattern.compile("(?m)^id: (\\d+)$").matcher(page.getByTestId("wire").textContent()).results()
                .map(result -> Long.valueOf(result.group(1))).toList();
    }

    @Test
    void two_windows_follow_a_process_each_to_its_end() {
        Page ada = open("process/");
        Page grace = open("process/");

        start(ada, "1300");
        start(grace, "1300");

        assertDone(ada, 15);
        assertDone(grace, 15);
        assertThat(ada.getByTestId("wire")).containsText(TERMINATE);
        assertThat(ada.getByTestId("command")).hasText(Pattern.compile("curl -N http://.*/queues/[0-9a-f-]{36}"));
        photograph(ada, "process");
        assertNoConsoleErrors();
    }

    @Test
    void a_second_window_takes_over_from_the_first_and_hears_all_of_it() {
        Page first = open("process/");
        start(first, "3300");
        assertThat(first.getByTestId("prime").first()).isVisible();

        Page second = open("process/" + first.getByTestId("elsewhere").getAttribute("href"));

        assertThat(first.getByTestId("sentence")).hasText("Another window has taken over.");
        assertThat(second.getByTestId("prime").first()).isVisible();
        assertThat(idsOnTheWire(second)).startsWith(idsOnTheWire(first).get(0));
        assertNoConsoleErrors();
    }

    @Test
    void a_page_that_was_dropped_goes_on_without_loss_or_repetition() throws IOException {
        Page page = openOverCable("process/");
        start(page, "2300");
        assertThat(page.getByTestId("prime").first()).isVisible();

        cable.cut();
        cable.mend();

        assertDone(page, 17);
        List<Long> ids = idsOnTheWire(page);
        assertThat(ids.get(ids.size() - 1) - ids.get(0)).isEqualTo(ids.size() - 1);
        assertThat(ids).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void a_client_that_knows_nothing_but_http_reads_a_process_to_its_end() {
        String queueId = started("processes?limit=200");

        try (RawListener listener = RawListener.open(RawRequest.of("GET", base.resolve("queues/" + queueId)))) {
            ServerEvent last = null;
            for (ServerEvent event = listener.next(); !event.data().equals(TERMINATE); event = listener.next()) {
                last = event;
            }
            listener.expectEnd();
            assertThat(last).isNotNull();
            assertThat(last.data()).contains("\"percent\":100");
        }
    }

    @Test
    void a_process_needs_no_body_and_no_choice() {
        assertThat(started("processes")).isNotEqualTo(started("processes?limit=2"));
    }

    @Test
    void a_queue_that_is_not_there_is_not_found_and_the_page_says_so() {
        assertThat(send("GET", "queues/of-nobody").status()).isEqualTo(404);

        assertThat(open("process/#of-nobody").getByTestId("sentence")).hasText("There is no such process, or it is over and forgotten.");
    }

    @Test
    void what_is_no_limit_is_refused() {
        for (String limit : List.of("1", "3301", "-5", "many", "99999999999")) {
            assertThat(send("POST", "processes?limit=" + limit).status()).as(limit).isEqualTo(400);
        }
        assertThat(send("GET", "processes").status()).isEqualTo(405);
    }

    @Test
    void the_page_fits_a_phone() {
        Page phone = onPhone(open("process/"));
        start(phone, "1300");

        assertDone(phone, 15);
        assertFitsPhone(phone);
        photograph(phone, "process-phone");
    }
}
