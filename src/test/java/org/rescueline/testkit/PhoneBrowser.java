package org.rescueline.testkit;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * The system's Chromium with a microphone that beeps once a second, for pages whose phone carries real sound. Each page
 * has cookies and a sign-in of its own.
 */
public final class PhoneBrowser implements AutoCloseable {

    private static final Path TOOLS = Path.of("target", "telephony-tools.properties");

    /** Keeps every connection the page makes, so that a test can ask what went over it. */
    private static final String KEEPS_CONNECTIONS = """
            window.connectionsOfTest = [];
            window.RTCPeerConnection = class extends RTCPeerConnection {
              constructor(...given) {
                super(...given);
                window.connectionsOfTest.push(this);
              }
            };
            """;

    /** What went over the newest connection: packets each way, and how much energy was heard. */
    private static final String MEASURES = """
            async () => {
              const sound = { sent: 0, received: 0, heard: 0 };
              const newest = window.connectionsOfTest.at(-1);
              if (newest === undefined) return sound;
              for (const report of (await newest.getStats()).values()) {
                if (report.type === 'outbound-rtp') sound.sent += report.packetsSent;
                if (report.type === 'inbound-rtp') {
                  sound.received += report.packetsReceived;
                  sound.heard += report.totalAudioEnergy ?? 0;
                }
              }
              return sound;
            }
            """;

    private final Playwright playwright;
    private final Browser browser;

    private PhoneBrowser(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /**
     * What went over a page's connection since it was made, or between two moments.
     *
     * @param sent packets of sound, fifty a second
     * @param received packets of sound
     * @param heard energy that came out; 0 when what came was silence
     */
    public record Sound(double sent, double received, double heard) {

        /** What is in this and was not in the earlier one. */
        public Sound since(Sound before) {
            return new Sound(sent - before.sent, received - before.received, heard - before.heard);
        }
    }

    /** Starts Chromium. */
    public static PhoneBrowser open() {
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var options = new BrowserType.LaunchOptions()
                .setExecutablePath(chromium())
                .setHeadless(true)
                .setArgs(List.of(
                        "--no-sandbox",
                        "--use-fake-device-for-media-stream",
                        "--use-fake-ui-for-media-stream",
                        "--allow-loopback-in-peer-connection",
                        "--autoplay-policy=no-user-gesture-required",
                        "--disable-features=WebRtcHideLocalIpsWithMdns",
                        "--enable-unsafe-swiftshader"));
        return new PhoneBrowser(playwright, playwright.chromium().launch(options));
    }

    /** Signs an operator in on a page of their own. */
    public PhonePage signIn(RunningService service, String username, String password) {
        var context = browser.newContext(new Browser.NewContextOptions().setLocale("en"));
        context.setDefaultTimeout(60_000);
        var page = context.newPage();
        page.addInitScript(KEEPS_CONNECTIONS);
        page.navigate(service.uri("/sign-in").toString());
        page.getByTestId("username").fill(username);
        page.getByTestId("password").fill(password);
        page.getByTestId("sign-in-submit").click();
        page.getByTestId("desk").waitFor();
        return new PhonePage(page, service);
    }

    /** What went over the page's newest connection. */
    static Sound soundOf(Page page) {
        @SuppressWarnings("unchecked")
        var measured = (Map<String, Number>) page.evaluate(MEASURES);
        return new Sound(
                measured.get("sent").doubleValue(),
                measured.get("received").doubleValue(),
                measured.get("heard").doubleValue());
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Path chromium() {
        try (var file = Files.newBufferedReader(TOOLS)) {
            var tools = new Properties();
            tools.load(file);
            return Path.of(tools.getProperty("chromium"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
