package org.rescueline.rescue;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.ZoneId;
import org.rescueline.shared.Limit;

/** How rescue jobs are numbered, watched and limited. */
@ConfigMapping(prefix = "rescueline.rescue")
public interface RescueConfig {

    /** The zone in which a job's number names its day and a promise its hour. */
    @WithDefault("Asia/Shanghai")
    ZoneId zone();

    /** Trips whose road is longer than this need a supervisor's approval before a station is asked; 0 for never. */
    @WithDefault("200")
    @Limit(min = 0)
    int approvalBeyondKm();

    /** How many stations a ranking shows the dispatcher. */
    @WithDefault("5")
    @Limit(min = 1, max = 50)
    int rankingLimit();

    /** How often broken promises are looked for. */
    @WithDefault("PT5S")
    Duration promiseSweep();

    /** How long one look may take; what it has not reached by then is left for the next. */
    @WithDefault("PT30S")
    Duration promiseSweepDeadline();

    /** How many broken promises one look takes; the rest are taken by the next or by another node. */
    @WithDefault("100")
    @Limit(min = 1)
    int promiseSweepBatch();

    /** Whether the truck of an open job is told to report often. */
    @WithDefault("true")
    boolean tracking();

    /** How often the truck of an open job reports. */
    @WithDefault("PT10S")
    Duration trackingInterval();

    /**
     * After so long the truck's terminal goes back by itself, should nobody be able to tell it; renewed at half time while
     * the job is open.
     */
    @WithDefault("PT4H")
    Duration trackingDuration();

    /** How often the open jobs are read again, to tell trucks that were missed. */
    @WithDefault("PT1M")
    Duration trackingRefresh();

    /** How long telling one truck may take, its terminal's answer included; then the next refresh tries again. */
    @WithDefault("PT30S")
    Duration trackingOrderDeadline();
}
