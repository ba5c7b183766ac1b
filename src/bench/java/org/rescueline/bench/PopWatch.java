package org.rescueline.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The open page of one operator, which notes when it was told whose call rings. */
final class PopWatch implements WebSocket.Listener {

    private static final Pattern RINGING =
            Pattern.compile("\"type\":\"pop\",\"data\":\\{\"callId\":\"([0-9a-f-]{36})\",\"phase\":\"RINGING\"");

    private final Map<UUID, Instant> toldAt;
    private final StringBuilder text = new StringBuilder();

    private PopWatch(Map<UUID, Instant> toldAt) {
        this.toldAt = toldAt;
    }

    /** When each call was first told, over all pages that are given the same map. */
    static Map<UUID, Instant> notes() {
        return new ConcurrentHashMap<>();
    }

    /** Opens the page of whoever has this session. */
    static WebSocket open(HttpClient http, URI service, String cookie, Map<UUID, Instant> toldAt) {
        return http.newWebSocketBuilder()
                .header("Cookie", cookie)
                .buildAsync(URI.create("ws://" + service.getAuthority() + "/live"), new PopWatch(toldAt))
                .join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            note(text.toString());
            text.setLength(0);
        }
        from.request(1);
        return null;
    }

    private void note(String message) {
        var ringing = RINGING.matcher(message);
        if (ringing.find()) {
            toldAt.putIfAbsent(UUID.fromString(ringing.group(1)), Instant.now());
        }
    }
}
