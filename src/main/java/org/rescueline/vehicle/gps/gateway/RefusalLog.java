package org.rescueline.vehicle.gps.gateway;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import org.jboss.logging.Logger;
import org.rescueline.vehicle.gps.GpsConfig;
import org.rescueline.vehicle.gps.jt808.FrameRefusal;

/** Writes a sample of the refused frames to the log, in hex, so that nothing in them can pretend to be a log line. */
@Singleton
class RefusalLog {
    private static final Logger LOG = Logger.getLogger(RefusalLog.class);
    private static final int SHOWN_BYTES = 64;

    private final Clock clock;
    private final Duration interval;
    private final Map<FrameRefusal, Instant> written = new EnumMap<>(FrameRefusal.class);
    private final Map<FrameRefusal, Integer> unwritten = new EnumMap<>(FrameRefusal.class);

    RefusalLog(Clock clock, GpsConfig config) {
        this.clock = clock;
        this.interval = config.refusalLogInterval();
    }

    /** One refused frame. From any thread. */
    synchronized void note(FrameRefusal refusal, String remote, byte[] content, int length) {
        Instant now = clock.instant();
        Instant last = written.get(refusal);
        if (last != null && now.isBefore(last.plus(interval))) {
            unwritten.merge(refusal, 1, Integer::sum);
            return;
        }
        written.put(refusal, now);
        Integer others = unwritten.remove(refusal);
        LOG.infof(
                "Frame from %s refused: %s, %d bytes %s%s; %d others since the last sample",
                remote,
                refusal.label(),
                length,
                HexFormat.of().formatHex(content, 0, Math.min(length, SHOWN_BYTES)),
                length > SHOWN_BYTES ? "…" : "",
                others == null ? 0 : others);
    }
}
