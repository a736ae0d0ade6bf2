package dev.hubcast.showcase;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The list of what is to be done, in several windows at once. */
class TodoPageIT extends Showcase {

    private static final String TABLE = "tables/todoitems";

    @BeforeEach
    void clear() {
        for (var item : all()) {
            assertThat(send("DELETE", address(item)).status()).isEqualTo(204);
        }
    }

    private List<JsonObject> all() {
        var answer = send("GET", TABLE);
        assertThat(answer.status()).isEqualTo(200);
        try (var reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readArray().getValuesAs(JsonObject.class);
        }
    }

    private static String address(JsonObject item) {
        return TABLE + "/" + item.getJsonNumber("id");
    }

    private JsonObject add(String title) {
        var answer = send("POST", TABLE, "{\"title\":\"%s\"}".formatted(title));
        assertThat(answer.status()).isEqualTo(201);
        return answer.json();
    }

    private JsonObject put(JsonObject item, String title, boolean completed) {
        var answer = send("PUT", address(item), draft(title, completed, item.getInt("version")));
        assertThat(answer.status()).isEqualTo(200);
        return answer.json();
    }

    private static String draft(String title, boolean completed, int version) {
        return "{\"title\":\"%s\",\"completed\":%b,\"version\":%d}".formatted(title, completed, version);
    }

    private static Page live(Page page) {
        assertThat(page.getByTestId("connection-state")).hasText("Live");
        return page;
    }

    private Page window() {
        return live(open("todo/"));
    }

    private static void write(Page page, String title) {
        page.getByTestId("new").fill(title);
        page.getByTestId("new").press("Enter");
    }

    private static Locator item(Page page, String title) {
        return page.getByTestId("todo").filter(new Locator.FilterOptions().setHasText(title));
    }

    private static void assertShows(Page page, String... titles) {
        assertThat(page.getByTestId("title")).hasText(titles);
    }

    private static void beginToChange(Page page, String title) {
        item(page, title).getByTestId("edit").click();
    }

    private static void save(Page page, String title) {
        page.locator("[data-testid=edit-field]:visible").fill(title);
        page.locator("[data-testid=edit-field]:visible").press("Enter");
    }

    @Test
    void two_windows_are_in_step_without_a_reload() {
        Page ada = window();
        Page grace = window();

        write(ada, "Buy <b>milk</b>");
        assertShows(grace, "Buy <b>milk</b>");
        write(grace, "Call home");
        assertShows(ada, "Buy <b>milk</b>", "Call home");
        assertShows(grace, "Buy <b>milk</b>", "Call home");

        item(grace, "milk").getByTestId("toggle").check();
        assertThat(item(ada, "milk").getByTestId("toggle")).isChecked();
        assertThat(ada.getByTestId("left")).hasText("1 item left");

        beginToChange(ada, "Call home");
        save(ada, "Call home tonight");
        assertShows(grace, "Buy <b>milk</b>", "Call home tonight");
        photograph(grace, "todo");

        grace.getByTestId("clear-completed").click();
        assertShows(ada, "Call home tonight");
        item(ada, "Call").getByTestId("delete").click();
        assertThat(grace.getByTestId("none")).containsText("Nothing to do yet.");
        assertNoConsoleErrors();
    }

    @Test
    void whoever_saves_an_outdated_title_is_asked_first() {
        add("Paint the door");
        Page ada = window();
        Page grace = window();
        beginToChange(ada, "Paint the door");
        beginToChange(grace, "Paint the door");

        save(grace, "Paint the door blue");
        assertShows(ada, "Paint the door blue");
        assertThat(ada.getByTestId("edit-field")).hasValue("Paint the door");
        save(ada, "Paint the door red");

        assertThat(ada.getByTestId("conflict")).containsText("Paint the door blue");
        photograph(ada, "todo-conflict");
        assertShows(grace, "Paint the door blue");
        ada.getByTestId("edit-field").press("Enter");
        assertShows(grace, "Paint the door red");
        assertThat(ada.getByTestId("edit-field")).isHidden();
    }

    @Test
    void completing_an_item_and_changing_its_title_at_once_lose_neither() {
        JsonObject item = add("Water the plants");
        Page ada = window();
        // Somebody else's change comes first, behind the back of a window that has not heard of it yet.
        ada.route("**/" + TABLE + "/*", new Consumer<Route>() {
            private boolean first = true;

            @Override
            public void accept(Route route) {
                if (first) {
                    first = false;
                    put(item, "Water all the plants", false);
                }
                route.resume();
            }
        });

        item(ada, "Water").getByTestId("toggle").click();

        assertShows(ada, "Water all the plants");
        assertThat(item(ada, "Water").getByTestId("toggle")).isChecked();
        assertThat(all()).singleElement().matches(now -> now.getBoolean("completed"))
                .extracting(now -> now.getString("title")).isEqualTo("Water all the plants");
    }

    @Test
    void a_broadcast_that_overtakes_the_answer_is_not_undone_by_it() {
        Page ada = window();
        Page grace = window();
        List<Runnable> held = new ArrayList<>();
        ada.route("**/" + TABLE, route -> {
            if (!route.request().method().equals("POST")) {
                route.resume();
                return;
            }
            var answer = route.fetch();
            held.add(() -> route.fulfill(new Route.FulfillOptions().setResponse(answer)));
        });

        write(ada, "Sleep");
        assertShows(ada, "Sleep");
        item(grace, "Sleep").getByTestId("toggle").check();
        assertThat(item(ada, "Sleep").getByTestId("toggle")).isChecked();
        held.forEach(Runnable::run);
        write(grace, "Wake up");

        assertShows(ada, "Sleep", "Wake up");
        assertThat(item(ada, "Sleep").getByTestId("toggle")).isChecked();
        assertNoConsoleErrors();
    }

    @Test
    void an_answer_that_comes_behind_the_deletion_brings_nothing_back() {
        JsonObject item = add("Ephemeral");
        add("Lasting");
        Page ada = window();
        List<Runnable> held = new ArrayList<>();
        ada.route("**/" + TABLE + "/*", route -> {
            var answer = route.fetch();
            held.add(() -> route.fulfill(new Route.FulfillOptions().setResponse(answer)));
        });

        item(ada, "Ephemeral").getByTestId("toggle").click();
        ada.waitForCondition(() -> !held.isEmpty());
        assertThat(send("DELETE", address(item)).status()).isEqualTo(204);
        assertShows(ada, "Lasting");
        held.forEach(Runnable::run);
        add("Latest");

        assertShows(ada, "Lasting", "Latest");
        assertNoConsoleErrors();
    }

    @Test
    void what_changed_while_the_connection_was_lost_is_there_when_it_is_back() throws IOException {
        JsonObject removed = add("Removed meanwhile");
        JsonObject changed = add("Changed meanwhile");
        Page ada = live(openOverCable("todo/"));
        assertShows(ada, "Removed meanwhile", "Changed meanwhile");

        cable.cut();
        assertThat(ada.getByTestId("connection-state")).hasText("Reconnecting…");
        assertThat(ada.getByTestId("new")).isDisabled();
        assertThat(send("DELETE", address(removed)).status()).isEqualTo(204);
        put(changed, "Changed", true);
        add("Added");
        cable.mend();

        assertShows(ada, "Changed", "Added");
        assertThat(item(ada, "Changed").getByTestId("toggle")).isChecked();
    }

    @Test
    void filters_show_a_part_and_all_can_be_completed_together() {
        add("One");
        add("Two");
        Page ada = window();
        Page grace = window();
        item(ada, "One").getByTestId("toggle").check();

        grace.getByTestId("filter-active").click();
        assertShows(grace, "Two");
        grace.getByTestId("filter-completed").click();
        assertShows(grace, "One");
        ada.getByTestId("toggle-all").check();

        assertShows(grace, "One", "Two");
        assertThat(ada.getByTestId("left")).hasText("0 items left");
        assertNoConsoleErrors();
    }

    @Test
    void an_item_has_an_id_times_and_a_version_that_rises() {
        JsonObject added = add(" Walk ");

        JsonObject changed = put(added, "Walk far", true);

        assertThat(added.keySet()).containsExactlyInAnyOrder("id", "title", "completed", "createdAt", "updatedAt", "version");
        assertThat(added.getString("title")).isEqualTo("Walk");
        assertThat(added.getBoolean("completed")).isFalse();
        assertThat(changed.getString("createdAt")).isEqualTo(added.getString("createdAt"));
        assertThat(Instant.parse(changed.getString("updatedAt"))).isAfterOrEqualTo(Instant.parse(added.getString("updatedAt")));
        assertThat(changed.getInt("version")).isGreaterThan(added.getInt("version"));
        assertThat(all()).containsExactly(changed);
        var conflict = send("PUT", address(added), draft("Run", false, added.getInt("version")));
        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.json()).isEqualTo(changed);
        assertThat(send("PUT", address(added), "{\"title\":\"Whatever is there\"}").status()).isEqualTo(200);
    }

    @Test
    void what_is_no_item_is_refused_and_what_is_not_there_is_not_found() {
        JsonObject item = add("Here");
        for (String draft : List.of("{}", "{\"title\":null}", "{\"title\":\"  \"}", "{\"title\":\"%s\"}".formatted("x".repeat(201)),
                "{\"title\":\"x\",\"version\":\"new\"}", "{\"title\":", "[]", "null", "")) {
            assertThat(send("POST", TABLE, draft).status()).as(draft).isEqualTo(400);
            assertThat(send("PUT", address(item), draft).status()).as(draft).isEqualTo(400);
        }
        assertThat(send("POST", TABLE, "text/plain", "{\"title\":\"x\"}").status()).isEqualTo(415);
        for (String missing : List.of("/0", "/999999999", "/none")) {
            assertThat(send("PUT", TABLE + missing, "{\"title\":\"x\"}").status()).as(missing).isEqualTo(404);
            assertThat(send("DELETE", TABLE + missing).status()).as(missing).isEqualTo(404);
        }
        assertThat(all()).containsExactly(item);
    }

    @Test
    void the_list_fits_a_phone() {
        add("A title that is long enough to need more than one line on a phone, where there is little room for it");
        Page phone = onPhone(window());

        assertThat(phone.getByTestId("new")).isInViewport();
        assertThat(phone.getByTestId("delete")).isInViewport();
        assertFitsPhone(phone);
        photograph(phone, "todo-phone");
    }
}
