package dev.hubcast.itest;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * Chromium without a window: the installed one, else the one that Playwright downloads.
 *
 * <p>The environment variable {@code CHROMIUM} names another one. Each wait of a page ends within 10 seconds. For use by one thread.
 */
public final class Browser implements AutoCloseable {

    // No traffic of the browser's own, nothing that needs a screen or rights that a build machine does not give.
    private static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync");
    private static final List<String> INSTALLED = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser");
    private static final double PATIENCE_MILLIS = 10_000;

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final List<String> pageErrors = new CopyOnWriteArrayList<>();

    private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
        this.playwright = playwright;
        this.chromium = chromium;
    }

    /** Starts the browser. */
    public static Browser launch() {
        Optional<Path> installed = installed();
        Map<String, String> environment = new HashMap<>(System.getenv());
        installed.ifPresent(path -> environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        LaunchOptions options = new LaunchOptions().setHeadless(true).setArgs(ARGUMENTS);
        installed.ifPresent(options::setExecutablePath);
        return new Browser(playwright, playwright.chromium().launch(options));
    }

    /** Opens a window of somebody who never was here: no cookies, no cache. */
    public Page newPage() {
        BrowserContext context = chromium.newContext();
        context.setDefaultTimeout(PATIENCE_MILLIS);
        Page page = context.newPage();
        page.onPageError(error -> pageErrors.add(page.url() + ": " + error));
        return page;
    }

    /** What no script of any page caught. */
    public List<String> pageErrors() {
        return List.copyOf(pageErrors);
    }

    @Override
    public void close() {
        try (playwright) {
            chromium.close();
        }
    }

    private static Optional<Path> installed() {
        return Stream.concat(Stream.ofNullable(System.getenv("CHROMIUM")), INSTALLED.stream())
                .map(Path::of).filter(Files::isExecutable).findFirst();
    }
}
