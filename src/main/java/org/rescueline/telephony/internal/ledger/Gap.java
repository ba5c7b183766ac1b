package org.rescueline.telephony.internal.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.rescueline.telephony.TelephonyConfig;

/**
 * Since when the ledger may lack something: at the start as far back as the horizon, later since the last loss of news.
 * Mended by comparing the switch's record from there on.
 */
@ApplicationScoped
public class Gap {

    private static final Logger LOG = Logger.getLogger(Gap.class);

    /** What was under way when news was lost began before. */
    private static final Duration MARGIN = Duration.ofHours(2);

    private final Duration recent;
    private Instant since;

    Gap(TelephonyConfig config, Clock clock) {
        this.recent = config.cel().recent();
        this.since = clock.instant().minus(config.cel().horizon());
    }

    /** News may have been lost from now on. */
    public synchronized void open(Instant at, String reason) {
        var from = at.minus(MARGIN);
        if (from.isBefore(since)) {
            since = from;
            LOG.infof("The ledger is compared with the switch's record from %s on: %s", from, reason);
        }
    }

    /** From when on the record is to be compared. */
    public synchronized Instant since() {
        return since;
    }

    /**
     * A comparison is done.
     *
     * @param comparedFrom from when on it looked
     * @param startedAt when it started; news lost after that is not covered
     */
    public synchronized void close(Instant comparedFrom, Instant startedAt) {
        if (!since.isBefore(comparedFrom)) {
            since = startedAt.minus(recent);
        }
    }
}
