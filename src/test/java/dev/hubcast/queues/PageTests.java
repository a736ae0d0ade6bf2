package dev.hubcast.queues;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import dev.hubcast.itest.Browser;
import dev.hubcast.itest.Cable;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A browser's own {@code EventSource}; played by {@link QueuesIT}. */
interface PageTests extends QueuesApplication {

    /** A browser waits for 3 seconds before it comes back. */
    double PATIENCE_MILLIS = 20_000;

    String PAGE = """
            <!doctype html><title>Listener</title><output></output>
            <script>
              const id = new URLSearchParams(location.search).get("id");
              const source = new EventSource("queues/" + encodeURIComponent(id));
              const heard = [];
              const show = what => {
                heard.push(what);
                document.querySelector("output").value = heard.join(", ");
              };
              source.onmessage = event => {
                show(event.data);
                if (event.data === "---terminate---") {
                  source.close();
                }
              };
              source.addEventListener("taken-over", () => show("taken over"));
            </script>
            """;

    private Page open(Browser browser, Cable cable, String id) {
        Page page = browser.newPage();
        page.navigate(cable.at(at("page.html").getPath()) + "?id=" + id);
        return page;
    }

    private static void assertShows(Page page, String heard) {
        assertThat(page.locator("output")).hasText(heard, new HasTextOptions().setTimeout(PATIENCE_MILLIS));
    }

    @Test
    default void a_page_goes_on_where_it_was_dropped_gives_way_to_another_one_and_ends_with_the_queue() throws IOException {
        does("open", "page");
        try (Cable cable = Cable.to(at("")); Browser browser = Browser.launch()) {
            Page first = open(browser, cable, "page");
            enqueue("page", "one", "two");
            assertShows(first, "one, two");

            cable.cut();
            enqueue("page", "three");
            cable.mend();
            assertShows(first, "one, two, three");

            Page second = open(browser, cable, "page");
            assertShows(first, "one, two, three, taken over");
            enqueue("page", "four");
            assertShows(second, "three, four");

            does("close", "page");
            assertShows(second, "three, four, ---terminate---");
            assertShows(first, "one, two, three, taken over");
            assertThat(browser.pageErrors()).isEmpty();
        }
    }
}
