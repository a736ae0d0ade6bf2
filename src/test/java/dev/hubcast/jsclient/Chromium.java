package dev.hubcast.jsclient;

import com.microsoft.playwright.Page;
import dev.hubcast.itest.Browser;
import dev.hubcast.itest.Cable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The client in a page, which is loaded anew for each scenario. */
final class Chromium implements Player, AutoCloseable {

    private final Browser browser = Browser.launch();
    private final Page page = browser.newPage();
    private final List<String> log = new CopyOnWriteArrayList<>();
    /** That of the scenario which is played. */
    private Cable cable;

    Chromium() {
        page.onConsoleMessage(message -> log.add(message.text()));
        page.onPageError(log::add);
        page.exposeFunction("ask", wish -> fulfil((String) wish[0]));
    }

    @Override
    public void play(Scenario scenario, URI address, Cable through) throws IOException {
        cable = through;
        log.clear();
        page.navigate(address.resolve("page.html").toString());
        Object failure = page.evaluate("([scenario, settings]) => played(scenario, JSON.parse(settings))",
                List.of(scenario.module(), scenario.way().settings(address).toString()));
        if (failure != null || !browser.pageErrors().isEmpty()) {
            ScenarioLog kept = ScenarioLog.of(scenario, "Chromium");
            Files.write(kept.file(), log);
            throw kept.failure(failure + ", errors of the page: " + browser.pageErrors());
        }
    }

    @Override
    public void close() {
        browser.close();
    }

    private Object fulfil(String wish) {
        try {
            Player.fulfil(wish, cable);
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
