package org.rescueline.testkit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** One person's window of the console. It is used as its people do: by keys. Every wait is Playwright's own. */
public final class ConsolePage implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    /** The small desk screen and the large one, in CSS pixels. */
    private static final List<Size> SIZES = List.of(new Size(1280, 800), new Size(1920, 1080));

    /** What a page must never show to a person: a code instead of a word, or a value that is none. */
    private static final Pattern RAW = Pattern.compile("\\b(?:[A-Z]{2,}(?:_[A-Z]+)+|undefined|NaN|Invalid Date)\\b");

    /** The map is drawn without a graphics card. */
    private static final Duration MAP_LIMIT = Duration.ofSeconds(60);

    private static final String TEST_ID = "[data-testid='%s']";

    private final BrowserContext window;
    private final Page page;
    private final Collection<String> errors = new ArrayList<>();

    private ConsolePage(BrowserContext window, Page page) {
        this.window = window;
        this.page = page;
        page.onPageError(errors::add);
    }

    static ConsolePage in(Browser browser, URI address) {
        var window = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(address.toString())
                .setLocale("zh-CN")
                .setViewportSize(SIZES.get(0).width(), SIZES.get(0).height()));
        window.setDefaultTimeout(ConsoleBrowser.PATIENCE.toMillis());
        return new ConsolePage(window, window.newPage());
    }

    /** Goes to the sign-in page. */
    public ConsolePage visit() {
        page.navigate("/");
        assertThat(part("sign-in")).isVisible();
        return this;
    }

    /** Signs in. */
    public ConsolePage signIn(String username, String password) {
        visit();
        assertThat(part("username")).isFocused();
        type(username);
        press("Tab");
        type(password);
        press("Enter");
        assertThat(part("account")).isVisible();
        return this;
    }

    /** Goes to a page of the console. */
    public void goTo(String path) {
        page.navigate(path);
        assertThat(part("account")).isVisible();
    }

    /** Presses a key, as {@code F2} or {@code Control+Enter}. */
    public void press(String key) {
        page.keyboard().press(key);
    }

    /** Types into whatever has the focus. */
    public void type(String text) {
        page.keyboard().type(text);
    }

    /** Finds something with Ctrl K, and goes to the first hit that says it. */
    public void search(String text) {
        press("Control+K");
        assertThat(part("palette-input")).isFocused();
        type(text);
        assertThat(part("palette-row").first()).containsText(text);
        press("Enter");
        assertThat(part("palette")).isHidden();
    }

    /** The part of the page with this {@code data-testid}. */
    public Locator part(String testId) {
        return page.locator(TEST_ID.formatted(testId));
    }

    /** Waits until the part is there and says something like this. */
    public void shows(String testId, Pattern text) {
        assertThat(part(testId).first()).containsText(text);
    }

    /** Waits until the part is there and says this. */
    public void shows(String testId, String text) {
        assertThat(part(testId).first()).containsText(text);
    }

    /** Waits until the map has nothing left to draw. */
    public void awaitMap() {
        assertThat(page.locator("[data-testid=map][data-ready=true][data-idle=true]"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(MAP_LIMIT.toMillis()));
    }

    /** Changes the language before anybody has signed in. */
    public void chooseLanguage(String language) {
        part("language-" + language).press("Enter");
        assertThat(page.locator("html")).hasAttribute("lang", documentLanguage(language));
    }

    /** Photographs what is there now, on the small screen, while something happens that will not wait. */
    public void snapshot(String name) {
        photograph(name, SIZES.get(0), "zh");
    }

    /** Photographs the page on both screens in Chinese, into {@code target/screenshots}. */
    public void photograph(String name) {
        for (var size : SIZES) {
            photograph(name, size, "zh");
        }
        page.setViewportSize(SIZES.get(0).width(), SIZES.get(0).height());
    }

    /** Photographs the page on both screens in Chinese and in English. */
    public void photographInBothLanguages(String name) {
        speak("English", "en");
        for (var size : SIZES) {
            photograph(name, size, "en");
        }
        speak("中文", "zh");
        photograph(name);
    }

    /** Photographs the page at night on both screens in Chinese; files end in {@code -night}. */
    public void photographAtNight(String name) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        try {
            assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
            photograph(name + "-night");
        } finally {
            // The pictures of the next test are of the day again, whatever became of this one.
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        }
    }

    /** What went wrong inside the page so far. */
    public List<String> errors() {
        return List.copyOf(errors);
    }

    @Override
    public void close() {
        window.close();
    }

    private void speak(String name, String language) {
        search(name);
        assertThat(page.locator("html")).hasAttribute("lang", documentLanguage(language));
    }

    private static String documentLanguage(String language) {
        return "zh".equals(language) ? "zh-CN" : language;
    }

    private void photograph(String name, Size size, String language) {
        page.setViewportSize(size.width(), size.height());
        awaitMaps();
        assertThat(RAW.matcher(page.locator("body").innerText()).results().map(found -> found.group()))
                .as("raw words on %s", name)
                .isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                .as("pixels by which %s is wider than a screen of %s", name, size)
                .isEqualTo(0);
        var file = "%s-%d-%s.png".formatted(name, size.width(), language);
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(file)));
    }

    /** A map takes the new size, and draws, a moment after the words of the page. */
    private void awaitMaps() {
        page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        if (part("map-frame").count() > 0) {
            awaitMap();
        }
    }

    private record Size(int width, int height) {}
}
