package org.rescueline.testkit;

import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import org.rescueline.testkit.PhoneBrowser.Sound;

/** An operator's page whose phone is in the browser, used by keys. One thread only. */
public final class PhonePage {

    /** How long anything may take on a machine that runs everything else as well. */
    public static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Over a second of sound: the microphone beeps once a second, so that a beep must be in it. */
    private static final int SOME_PACKETS = 75;

    /** Less is silence, with what the codec makes of it. */
    private static final double AUDIBLE = 1e-6;

    private final Page page;
    private final RunningService service;

    PhonePage(Page page, RunningService service) {
        this.page = page;
        this.service = service;
    }

    /** Presses a key, as {@code F2}. */
    public void press(String key) {
        page.keyboard().press(key);
    }

    /** The part of the page with this {@code data-testid}. */
    public Locator part(String testId) {
        return page.getByTestId(testId);
    }

    /** Goes to a page of the console; a call in the page before ends with it. */
    public void goTo(String path) {
        page.navigate(service.uri(path).toString());
    }

    /** Takes a break. */
    public void pause(String reason) {
        press("F10");
        part("pause-" + reason).click();
    }

    /** Picks up the call that rings in the page. */
    public void answer() {
        part("answer").waitFor();
        press("F2");
        part("call-panel").waitFor();
    }

    /** Asks somebody, a colleague or a number outside, while the caller waits, until that person has answered. */
    public void ask(String target) {
        press("F8");
        part("transfer-target").fill(target);
        part("transfer-target").press("Enter");
        part("third-party").waitFor();
    }

    /** Hands the caller on to somebody unasked. */
    public void handOnUnasked(String target) {
        press("F8");
        part("transfer-target").fill(target);
        part("transfer-target").press("Control+Enter");
    }

    /** Presses a key of the telephone, for somebody else's machine. */
    public void pressPhoneKey(String key) {
        part("keypad").click();
        part("key-" + key).click();
        part("keypad").click();
    }

    /** Tests the headset until a voice was heard. */
    public void testHeadset() {
        press("F10");
        part("headset-test").click();
        part("headset-heard").waitFor();
        await("a voice is heard").atMost(PATIENCE).until(() -> "true"
                .equals(part("headset-heard").getAttribute("data-heard")));
        press("Escape");
    }

    /** Presses a key once its button can be used. */
    public void pressWhenReady(String testId, String key) {
        await(testId).atMost(PATIENCE).until(() -> part(testId).isEnabled());
        press(key);
    }

    /** Waits until the desk is in a state such as {@code WRAP_UP}. */
    public void awaitState(String state) {
        await("the desk is in " + state)
                .atMost(PATIENCE)
                .until(() -> state.equals(part("desk-state").getAttribute("data-state")));
    }

    /** Waits until sound goes out, and beeps come back. */
    public void awaitSoundBothWays() {
        var before = PhoneBrowser.soundOf(page);
        await("sound both ways")
                .atMost(PATIENCE)
                .until(() -> PhoneBrowser.soundOf(page).since(before), PhonePage::isBothWays);
    }

    /** What the browser says of its connection, for the words of a failure. */
    public String connection() {
        return PhoneBrowser.describe(page);
    }

    private static boolean isBothWays(Sound sound) {
        return sound.sent() > SOME_PACKETS && sound.received() > SOME_PACKETS && sound.heard() > AUDIBLE;
    }

    /** What the service says to whoever signed in on this page. */
    public JsonPath get(String path) {
        return JsonPath.from(page.context()
                .request()
                .get(service.uri("/api/v1" + path).toString())
                .text());
    }

    /** Signs out behind the page's back. */
    public void endSession() {
        page.context().request().delete(service.uri("/api/v1/session").toString());
    }
}
