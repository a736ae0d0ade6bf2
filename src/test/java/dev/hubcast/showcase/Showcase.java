package dev.hubcast.showcase;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.hubcast.itest.Browser;
import dev.hubcast.itest.Cable;
import dev.hubcast.itest.HttpAnswer;
import dev.hubcast.itest.HubcastWar;
import dev.hubcast.itest.RawRequest;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** The showcase as it is shipped, and people who look at it with a browser. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
abstract class Showcase {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final double PATIENCE_MILLIS = 15_000;
    private static final int PHONE_WIDTH = 390;
    private static Browser browser;

    private final List<Page> pages = new ArrayList<>();
    private final List<String> consoleErrors = new ArrayList<>();

    @ArquillianResource
    URI base;

    Cable cable;

    @Deployment(testable = false)
    static WebArchive application() {
        return HubcastWar.watched(
                ShrinkWrap.create(ZipImporter.class, "hubcast.war").importFrom(new File("target/hubcast.war")).as(WebArchive.class));
    }

    @BeforeAll
    static void launch() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        browser = Browser.launch();
    }

    @AfterAll
    static void quit() {
        browser.close();
    }

    @BeforeEach
    void lay() throws IOException {
        cable = Cable.to(base);
    }

    @AfterEach
    void leave() throws IOException {
        pages.forEach(page -> page.context().close());
        cable.close();
        assertThat(browser.pageErrors()).isEmpty();
    }

    /** Opens a page in a window of somebody who never was here. */
    Page open(String path) {
        return open(base.resolve(path));
    }

    /** The same over the cable, which can be cut. */
    Page openOverCable(String path) {
        return open(cable.at(base.resolve(path).getPath()));
    }

    private Page open(URI address) {
        Page page = browser.newPage();
        pages.add(page);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                consoleErrors.add(message.text());
            }
        });
        page.navigate(address.toString());
        return page;
    }

    /** Makes a window as narrow as a phone. */
    static Page onPhone(Page page) {
        page.setViewportSize(PHONE_WIDTH, 844);
        return page;
    }

    static void assertFitsPhone(Page page) {
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(PHONE_WIDTH);
    }

    static void photograph(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    void assertNoConsoleErrors() {
        assertThat(consoleErrors).isEmpty();
    }

    /** Asks without a browser. */
    HttpAnswer send(String method, String path) {
        return RawRequest.of(method, base.resolve(path)).send();
    }

    /** Asks without a browser, in JSON. */
    HttpAnswer send(String method, String path, String json) {
        return send(method, path, "application/json", json);
    }

    HttpAnswer send(String method, String path, String type, String body) {
        return RawRequest.of(method, base.resolve(path)).header("Content-Type", type).body(body).send();
    }
}
