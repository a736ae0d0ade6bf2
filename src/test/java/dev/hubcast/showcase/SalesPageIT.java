package dev.hubcast.showcase;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The sales dashboard. */
class SalesPageIT extends Showcase {

    private static Page live(Page page) {
        assertThat(page.getByTestId("connection-state")).hasText("Live");
        return page;
    }

    private Page watch() {
        return live(open("sales/"));
    }

    private static int count(Page page) {
        return Integer.parseInt(page.getByTestId("count").textContent());
    }

    private static void assertCount(Page page, int count) {
        assertThat(page.getByTestId("count")).hasText(String.valueOf(count));
    }

    /** More at a time than the page's own orders, which are of anything from anywhere. */
    private void order(String region, String product) {
        var answer = send("POST", "api/sales/orders", "{\"region\":\"%s\",\"product\":\"%s\",\"quantity\":20}".formatted(region, product));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().getString("region")).isEqualTo(region);
    }

    private static boolean isPainted(Page page, String chart) {
        return (Boolean) page.getByTestId(chart).evaluate("""
                canvas => canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data.some(value => value > 0)""");
    }

    @Test
    void an_order_is_seen_in_every_window_once() {
        Page ada = watch();
        Page grace = watch();
        int before = count(ada);

        ada.getByTestId("order").click();
        assertCount(grace, before + 1);
        grace.getByTestId("order").click();

        for (Page page : List.of(ada, grace)) {
            assertCount(page, before + 2);
            for (String chart : List.of("chart-lately", "chart-regions", "chart-products")) {
                assertThat(page.getByTestId(chart)).hasAttribute("aria-label", Pattern.compile("Revenue .*: .*€[1-9].*"));
                page.waitForCondition(() -> isPainted(page, chart));
            }
        }
        assertThat(grace.getByTestId("revenue")).hasText(ada.getByTestId("revenue").textContent());
        assertThat(grace.getByTestId("newest-order").first()).hasText(ada.getByTestId("newest-order").first().textContent());
        assertNoConsoleErrors();
    }

    @Test
    void a_window_hears_of_the_regions_that_it_watches() {
        Page ada = watch();
        Page grace = watch();
        int before = count(ada);
        grace.getByTestId("region-EAST").setChecked(false);
        grace.getByTestId("region-SOUTH").setChecked(false);
        grace.getByTestId("region-WEST").setChecked(false);
        order("WEST", "GRINDER");
        order("NORTH", "COLD_BREW");

        assertThat(grace.getByTestId("newest-order").first()).hasText("20 × Cold brew kit€480.00");
        assertThat(grace.getByTestId("newest")).not().containsText("20 × Hand grinder");
        assertThat(grace.getByTestId("chart-regions")).hasAttribute("aria-label", Pattern.compile(".*West €0\\.00.*"));
        assertCount(ada, before + 2);

        grace.getByTestId("region-WEST").setChecked(true);
        assertThat(grace.getByTestId("newest")).containsText("20 × Hand grinder");
        grace.getByTestId("region-EAST").setChecked(true);
        grace.getByTestId("region-SOUTH").setChecked(true);
        assertCount(grace, before + 2);
        assertNoConsoleErrors();
    }

    @Test
    void the_rush_hour_is_switched_for_all_and_brings_orders_by_itself() {
        Page ada = watch();
        Page grace = watch();
        int before = count(grace);

        ada.getByTestId("rush-hour").setChecked(true);
        assertThat(grace.getByTestId("rush-hour")).isChecked();
        grace.waitForCondition(() -> count(grace) >= before + 3);
        photograph(grace, "sales");
        grace.getByTestId("rush-hour").setChecked(false);

        assertThat(ada.getByTestId("rush-hour")).not().isChecked();
        Page linus = watch();
        assertThat(linus.getByTestId("rush-hour")).not().isChecked();
        assertThat(ada.getByTestId("count")).hasText(linus.getByTestId("count").textContent());
        assertNoConsoleErrors();
    }

    @Test
    void what_was_ordered_while_the_connection_was_lost_is_there_when_it_is_back() throws IOException {
        Page ada = live(openOverCable("sales/"));
        int before = count(ada);

        cable.cut();
        assertThat(ada.getByTestId("connection-state")).hasText("Reconnecting…");
        assertThat(ada.getByTestId("order")).isDisabled();
        order("SOUTH", "DECAF");
        cable.mend();

        live(ada);
        assertCount(ada, before + 1);
        order("EAST", "FILTER");
        assertCount(ada, before + 2);
    }

    @Test
    void what_is_no_order_is_refused() {
        for (String order : List.of(
                "{\"region\":\"MOON\",\"product\":\"FILTER\"}", "{\"region\":\"NORTH\",\"product\":\"TEA\"}",
                "{\"product\":\"FILTER\"}", "{\"region\":\"NORTH\"}", "{\"region\":null,\"product\":\"FILTER\"}",
                "{\"region\":\"NORTH\",\"product\":\"FILTER\",\"quantity\":0}",
                "{\"region\":\"NORTH\",\"product\":\"FILTER\",\"quantity\":101}",
                "{\"region\":\"NORTH\",\"product\":\"FILTER\",\"quantity\":\"many\"}", "{\"region\":", "[]", "null", "")) {
            assertThat(send("POST", "api/sales/orders", order).status()).as(order).isEqualTo(400);
        }
        assertThat(send("POST", "api/sales/orders", "text/plain", "{\"region\":\"NORTH\",\"product\":\"FILTER\"}").status()).isEqualTo(415);
        assertThat(send("GET", "api/sales/orders").status()).isEqualTo(405);
        assertThat(send("PUT", "api/sales/rush-hour", "{}").status()).isEqualTo(400);
    }

    @Test
    void the_dashboard_fits_a_phone() {
        Page phone = onPhone(watch());
        phone.getByTestId("order").click();

        assertThat(phone.getByTestId("newest-order").first()).isVisible();
        assertFitsPhone(phone);
        photograph(phone, "sales-phone");
    }
}
