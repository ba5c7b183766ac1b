package org.rescueline.testkit;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A page's end of the live feed. */
public final class LiveLine implements WebSocket.Listener {

    private static final long TIMEOUT_SECONDS = 20;

    private final BlockingQueue<JsonObject> heard = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closeCode = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();
    private WebSocket socket;

    private LiveLine() {}

    /**
     * Opens the line.
     *
     * @param query {@code ?epoch=&since=} of a page that comes back; empty for a new one
     * @param token of the page's session
     */
    public static LiveLine open(URI live, String query, String token) {
        var browser = new LiveLine();
        var address = URI.create("ws://" + live.getAuthority() + live.getPath() + query);
        browser.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .connectTimeout(Duration.ofSeconds(TIMEOUT_SECONDS))
                .header("Cookie", SignIn.COOKIE + "=" + token)
                .buildAsync(address, browser)
                .join();
        return browser;
    }

    /** The next message of the type; others, such as a heartbeat, may come in between. */
    public JsonObject next(String type) {
        try {
            while (true) {
                var message = heard.poll(TIMEOUT_SECONDS, TimeUnit.SECONDS);
                if (message == null) {
                    throw new AssertionError("No " + type + " came");
                }
                if (type.equals(message.getString("type"))) {
                    return message;
                }
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Says something to the service. */
    public void say(String words) {
        socket.sendText(words, true).join();
    }

    /** As a line is cut: without a word. */
    public void cut() {
        socket.abort();
    }

    /** With which code the service closed the line; waits for it. */
    public int closeCode() {
        return closeCode.orTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS).join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            heard.add(new JsonObject(text.toString()));
            text.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int statusCode, String reason) {
        closeCode.complete(statusCode);
        return null;
    }
}
