package org.rescueline.event;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the case. */
@ConfigMapping(prefix = "rescueline.event")
public interface EventConfig {

    /** How long after its beginning an unfinished case still takes in the next call of the same number. */
    @WithDefault("24H")
    Duration attachWithin();

    /** How close in time two cases of one truck are flagged as a repeat. */
    @WithDefault("24H")
    Duration repeatWithin();

    /** From which straight-line gap between told place and fix, in metres, somebody must ask the caller again. */
    @WithDefault("2000")
    double placeGapAlarm();

    /** How long the whole caller card may take; the desk then shows the call without one. */
    @WithDefault("5S")
    Duration callerCardDeadline();

    /** How long one part of the card that is worked out (ranking, positions) may take; the card then comes without it. */
    @WithDefault("1S")
    Duration callerCardPartDeadline();

    /** How many finished cases the card shows. */
    @WithDefault("10")
    int callerCardHistory();

    /** Of a caller with more trucks than this only so many are asked for their position while the telephone rings. */
    @WithDefault("5")
    int positionQueries();

    /**
     * How long the work for a ringing telephone may take as a whole, terminals asked included, before it is logged as
     * late. Longer than {@code rescueline.gps.position-query-timeout}.
     */
    @WithDefault("30S")
    Duration ringingDeadline();

    /** A story that is being typed is written into the timeline no more often than this. */
    @WithDefault("1M")
    Duration storyTimelineEvery();

    /** How often ended calls are looked for whose end was missed, because the service was down at that moment. */
    @WithDefault("30S")
    Duration callEndSweepEvery();
}
