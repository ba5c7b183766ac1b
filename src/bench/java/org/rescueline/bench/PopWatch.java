package org.rescueline.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The open page of one operator, which notes when it was told whose call rings. */
final class PopWatch implements WebSocket.Listener {

    private static final String POP = "\"type\":\"pop\"";
    private static final Pattern RINGING =
            Pattern.compile("\"type\":\"pop\",\"data\":\\{\"callId\":\"([0-9a-f-]{36})\",\"phase\":\"RINGING\"");
    private static final Pattern STATIONS = Pattern.compile("\"nearest\":\\{");

    private final Notes notes;
    private final StringBuilder text = new StringBuilder();

    private PopWatch(Notes notes) {
        this.notes = notes;
    }

    /** When each call was first told, over all pages that are given the same notes. */
    static final class Notes {

        private final Map<UUID, Instant> toldAt = new ConcurrentHashMap<>();
        private final Map<UUID, Boolean> withStations = new ConcurrentHashMap<>();

        /** How long after their first ringing these calls were told; those that no page was told of are left out. */
        Samples samples(Map<UUID, Instant> ringingAt) {
            var samples = new Samples(ringingAt.size());
            ringingAt.forEach((call, rang) -> {
                var told = toldAt.get(call);
                if (told != null) {
                    samples.add(Duration.between(rang, told).toNanos());
                }
            });
            return samples;
        }

        /** How many of these calls were told with the stations near the truck. */
        long withStations(Set<UUID> calls) {
            return calls.stream().filter(withStations::containsKey).count();
        }
    }

    /** Opens the page of whoever has this session. */
    static WebSocket open(HttpClient http, URI service, String cookie, Notes notes) {
        return http.newWebSocketBuilder()
                .header("Cookie", cookie)
                .buildAsync(URI.create("ws://" + service.getAuthority() + "/live"), new PopWatch(notes))
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
        // Most messages tell of calls elsewhere: they must not cost the reader what they do not cost a page.
        var ringing = RINGING.matcher(message);
        if (message.contains(POP) && ringing.find()) {
            var call = UUID.fromString(ringing.group(1));
            notes.toldAt.putIfAbsent(call, Instant.now());
            if (STATIONS.matcher(message).find()) {
                notes.withStations.put(call, true);
            }
        }
    }
}
