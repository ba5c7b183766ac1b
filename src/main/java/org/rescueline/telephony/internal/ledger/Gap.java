package org.rescueline.telephony.internal.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jboss.logging.Logger;
import org.rescueline.telephony.TelephonyConfig;

/**
 * Since when the ledger may lack something of a switch: at the start as far back as the horizon, later since the last
 * loss of its news. Mended by comparing the switch's record from there on.
 */
@ApplicationScoped
public class Gap {

    private static final Logger LOG = Logger.getLogger(Gap.class);

    /** What was under way when news was lost began before. */
    private static final Duration MARGIN = Duration.ofHours(2);

    private final Duration recent;
    private final Instant horizon;
    private final Map<String, Instant> since = new HashMap<>();

    Gap(TelephonyConfig config, Clock clock) {
        this.recent = config.cel().recent();
        this.horizon = clock.instant().minus(config.cel().horizon());
    }

    /** News of this switch may have been lost from now on. */
    public synchronized void open(String pbx, Instant at, String reason) {
        var from = at.minus(MARGIN);
        if (from.isBefore(since(pbx))) {
            since.put(pbx, from);
            LOG.infof("The ledger is compared with the record of %s from %s on: %s", pbx, from, reason);
        }
    }

    /** From when on the switch's record is to be compared. */
    public synchronized Instant since(String pbx) {
        return since.getOrDefault(pbx, horizon);
    }

    /**
     * A comparison is done.
     *
     * @param comparedFrom from when on it looked
     * @param startedAt when it started; news lost after that is not covered
     */
    public synchronized void close(String pbx, Instant comparedFrom, Instant startedAt) {
        if (!since(pbx).isBefore(comparedFrom)) {
            since.put(pbx, startedAt.minus(recent));
        }
    }
}
