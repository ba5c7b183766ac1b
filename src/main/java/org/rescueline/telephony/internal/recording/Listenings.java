package org.rescueline.telephony.internal.recording;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.rescueline.telephony.TelephonyConfig;

/**
 * Remembers who listens to what. A player fetches one recording in many pieces; together they are one listening. Forgotten
 * at a restart, after which the next piece is noted once more.
 */
@ApplicationScoped
class Listenings {

    private static final int MOST = 10_000;

    private final Duration sameListening;
    private final Clock clock;
    private final Map<Listening, Instant> begun = new LinkedHashMap<>();

    Listenings(TelephonyConfig config, Clock clock) {
        this.sameListening = config.recordings().sameListening();
        this.clock = clock;
    }

    private record Listening(UUID listener, UUID recording) {}

    /** Whether this piece belongs to a listening that is in the audit. */
    synchronized boolean isNoted(UUID listener, UUID recording) {
        var since = begun.get(new Listening(listener, recording));
        return since != null && since.plus(sameListening).isAfter(clock.instant());
    }

    /** The listening is in the audit now. */
    synchronized void noted(UUID listener, UUID recording) {
        var listening = new Listening(listener, recording);
        begun.remove(listening);
        begun.put(listening, clock.instant());
        if (begun.size() > MOST) {
            begun.remove(begun.keySet().iterator().next());
        }
    }
}
