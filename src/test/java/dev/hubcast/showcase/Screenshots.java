package dev.hubcast.showcase;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import dev.hubcast.itest.Browser;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** Takes the pictures of the README from a showcase that is running; {@code docs/images/take} calls it. */
final class Screenshots {

    private static final int WIDTH = 1200;
    private static final double RUSH_MILLIS = 180_000;
    private static final double SEARCH_MILLIS = 60_000;
    private static final double STREAM_MILLIS = 60_000;
    private static final int ORDERS = 70;
    private static final int READINGS = 120;
    private static final double LETTERS_MILLIS = 60_000;
    private static final int LETTERS = 250;

    private final Browser browser;
    private final URI base;
    private final Path folder;

    private Screenshots(Browser browser, URI base, Path folder) {
        this.browser = browser;
        this.base = base;
        this.folder = folder;
    }

    /** Takes the address of the showcase, and where the pictures go. */
    public static void main(String... arguments) {
        try (Browser browser = Browser.launch()) {
            Screenshots screenshots = new Screenshots(browser, URI.create(arguments[0]), Path.of(arguments[1]));
            screenshots.start();
            screenshots.chat();
            screenshots.sales();
            screenshots.todo();
            screenshots.mail();
            screenshots.process();
            screenshots.streams();
        }
    }

    private Page open(String path) {
        Page page = browser.newPage();
        page.navigate(base.resolve(path).toString());
        return page;
    }

    private void photograph(Page page, int height, String name) {
        page.setViewportSize(WIDTH, height);
        page.evaluate("scrollTo(0, 0)");
        page.mouse().move(0, 0);
        page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")));
    }

    private void start() {
        photograph(open(""), 840, "start");
    }

    private void chat() {
        Page ada = logIn("ada");
        Page grace = logIn("grace");
        say(ada, "Has anybody tried to fire a CDI event from an EJB?");
        say(grace, "Yes. The hub observes it after the commit, and the room hears it.");
        say(ada, "And after a rollback?");
        say(grace, "Nothing. Nobody hears of what did not happen.");
        assertThat(ada.getByTestId("messages")).containsText("Nobody hears");
        grace.getByTestId("composer-text").pressSequentially("Try it");
        assertThat(ada.getByTestId("typing-indicator")).hasText("grace is typing…");
        photograph(ada, 720, "chat");
    }

    private Page logIn(String user) {
        Page page = open("chat/");
        page.getByTestId("login-as-" + user).click();
        assertThat(page.getByTestId("connection-state")).hasText("Online");
        return page;
    }

    private static void say(Page page, String text) {
        page.getByTestId("composer-text").fill(text);
        page.getByTestId("send").click();
        assertThat(page.getByTestId("messages")).containsText(text);
    }

    private void sales() {
        Page page = open("sales/");
        assertThat(page.getByTestId("connection-state")).hasText("Live");
        page.getByTestId("rush-hour").setChecked(true);
        page.waitForCondition(() -> Integer.parseInt(page.getByTestId("count").textContent()) >= ORDERS,
                new Page.WaitForConditionOptions().setTimeout(RUSH_MILLIS));
        photograph(page, 1036, "sales");
        page.getByTestId("rush-hour").setChecked(false);
        assertThat(page.getByTestId("rush-hour")).not().isChecked();
    }

    private void todo() {
        Page ada = open("todo/");
        Page grace = open("todo/");
        ada.evaluate("""
                async () => {
                    for (const { id } of await (await fetch("../tables/todoitems")).json()) {
                        await fetch(`../tables/todoitems/${id}`, { method: "DELETE" });
                    }
                }""");
        assertThat(grace.getByTestId("todo")).hasCount(0);
        for (String title : List.of("Book the train to Bern", "Answer Grace", "Draw the plan of the new office", "Water the plants",
                "Order coffee for the meeting")) {
            ada.getByTestId("new").fill(title);
            ada.getByTestId("new").press("Enter");
            assertThat(grace.getByTestId("todo").filter(new Locator.FilterOptions().setHasText(title))).isVisible();
        }
        grace.getByTestId("toggle").nth(1).check();
        grace.getByTestId("toggle").nth(3).check();
        assertThat(ada.getByTestId("left")).hasText("3 items left");
        // Whoever saves what somebody else has changed meanwhile is asked first.
        change(ada, "Draw the plan of the new office, in colour", false);
        change(grace, "Draw the plan of the old office", true);
        assertThat(ada.getByTestId("title").nth(2)).hasText("Draw the plan of the old office");
        ada.locator("[data-testid=edit-field]:visible").press("Enter");
        assertThat(ada.getByTestId("conflict").nth(2)).isVisible();
        photograph(ada, 720, "todo");
    }

    private static void change(Page page, String title, boolean save) {
        page.getByTestId("edit").nth(2).click();
        Locator field = page.locator("[data-testid=edit-field]:visible");
        field.fill(title);
        if (save) {
            field.press("Enter");
        }
    }

    private void mail() {
        Page page = open("mail/");
        page.getByTestId("how-many").selectOption("500");
        page.getByTestId("generate").click();
        page.getByTestId("send").click();
        page.waitForCondition(() -> Integer.parseInt(page.getByTestId("count-SENT").textContent()) >= LETTERS,
                new Page.WaitForConditionOptions().setTimeout(LETTERS_MILLIS));
        photograph(page, 900, "mail");
    }

    private void process() {
        Page page = open("process/");
        page.getByTestId("limit").selectOption("3300");
        page.getByTestId("start").click();
        assertThat(page.getByTestId("found")).containsText("2203", new ContainsTextOptions().setTimeout(SEARCH_MILLIS));
        photograph(page, 760, "process");
    }

    private void streams() {
        Page amber = open("streams/");
        Page basil = open("streams/");
        amber.getByTestId("question").fill("Is the coffee ready?");
        amber.getByTestId("ask").click();
        basil.getByTestId("reply").fill("Two more minutes.");
        basil.getByTestId("answer").click();
        assertThat(amber.getByTestId("told")).containsText("Two more minutes.");
        basil.getByTestId("question").fill("Shall I bring you one?");
        basil.getByTestId("ask").click();
        assertThat(amber.getByTestId("reply")).isVisible();
        amber.getByTestId("noise").click();
        assertThat(amber.getByTestId("upload-sentence"))
                .containsText("The server has all", new ContainsTextOptions().setTimeout(STREAM_MILLIS));
        basil.getByTestId("watch").click();
        amber.getByTestId("watch").click();
        amber.waitForCondition(() -> readings(amber) >= READINGS,
                new Page.WaitForConditionOptions().setTimeout(STREAM_MILLIS));
        photograph(amber, 860, "streams");
    }

    /** The points of the line, which has none before the first reading. */
    private static int readings(Page page) {
        String points = page.getByTestId("line").getAttribute("points");
        return points == null ? 0 : points.split(" ").length;
    }
}
