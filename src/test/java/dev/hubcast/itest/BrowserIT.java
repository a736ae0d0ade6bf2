package dev.hubcast.itest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BrowserIT {

    private static HttpServer server;
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] page = """
                    <!doctype html><title>Tiny</title><output></output>
                    <button onclick="document.querySelector('output').value = 'pressed'">Press</button>
                    <button onclick="missing()">Break</button>
                    """.getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, page.length);
            try (var body = exchange.getResponseBody()) {
                body.write(page);
            }
        });
        server.start();
        browser = Browser.launch();
    }

    @AfterAll
    static void stop() {
        browser.close();
        server.stop(0);
    }

    @Test
    void a_script_runs_in_a_page() {
        Page page = open();

        page.getByText("Press").click();

        assertThat(page.locator("output")).hasText("pressed");
    }

    @Test
    void an_error_that_no_script_catches_is_seen() {
        Page page = open();

        page.getByText("Break").click();
        page.waitForCondition(() -> !browser.pageErrors().isEmpty());

        assertThat(browser.pageErrors()).singleElement().asString().contains("missing is not defined");
    }

    private static Page open() {
        Page page = browser.newPage();
        page.navigate("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        return page;
    }
}
