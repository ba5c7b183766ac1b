package org.rescueline.testkit;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** A real Chromium, in which each person of the centre has a window of their own. One thread only. */
public final class ConsoleBrowser implements AutoCloseable {

    /** How long a page may take to show what is waited for, on a machine that runs everything else as well. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Path TOOLS = Path.of("target", "telephony-tools.properties");

    /** No sandbox, since the tests may run as root; no graphics card; nothing that talks to the world by itself. */
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--enable-unsafe-swiftshader",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private ConsoleBrowser(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Starts the Chromium that {@code telephony/provision.sh} found. */
    public static ConsoleBrowser launch() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
        // The system's browser is used; none is ever fetched.
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var options =
                new BrowserType.LaunchOptions().setExecutablePath(chromium()).setArgs(ARGUMENTS);
        return new ConsoleBrowser(playwright, playwright.chromium().launch(options));
    }

    /** A window in which nobody has signed in yet. */
    public ConsolePage open(RunningService service) {
        return ConsolePage.in(browser, service.uri("/"));
    }

    /** A bare window of that many pixels, for measurements; its cache is empty. */
    public BrowserContext openWindow(RunningService service, int width, int height) {
        return browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(service.uri("/").toString())
                .setViewportSize(width, height));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Path chromium() {
        if (!Files.exists(TOOLS)) {
            // A benchmark provisions nothing; the system's own will do.
            return Path.of("/usr/bin/chromium");
        }
        var tools = new Properties();
        try (var file = Files.newBufferedReader(TOOLS)) {
            tools.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Path.of(tools.getProperty("chromium"));
    }
}
