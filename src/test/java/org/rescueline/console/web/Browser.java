package org.rescueline.console.web;

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
import org.rescueline.testkit.SignIn;

/** A browser's end of the live feed. */
final class Browser implements WebSocket.Listener {

    private static final long TIMEOUT_SECONDS = 20;

    private final BlockingQueue<JsonObject> heard = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closeCode = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();
    private WebSocket socket;

    private Browser() {}

    static Browser open(URI live, String query, String token) {
        var browser = new Browser();
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
    JsonObject next(String type) {
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

    void say(String words) {
        socket.sendText(words, true).join();
    }

    /** As a line is cut: without a word. */
    void cut() {
        socket.abort();
    }

    int closeCode() {
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
