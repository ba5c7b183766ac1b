package org.rescueline.spotcheck;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the duty phones' spot checks. */
@ConfigMapping(prefix = "rescueline.spotcheck")
public interface SpotCheckConfig {

    /** Longest time from the first ring to the answer that still counts as in time: three rings. */
    @WithDefault("15S")
    Duration answerWithin();

    /** How long the duty phone may ring before the check gives up. */
    @WithDefault("40S")
    Duration ringTimeout();

    /** The number that the station sees: the hotline, as with a real dispatch call. */
    @WithDefault("4008809818")
    String callerId();

    /** How long an order may take from being written down to being handed to the switch; an older one is not handed over. */
    @WithDefault("5S")
    Duration orderWithin();

    /** How long the switch may take to take or refuse an order, or to say what became of one. */
    @WithDefault("8S")
    Duration switchTimeout();

    /**
     * How old an order must be before the sweep asks the switch what became of it. Above {@code order-within} and
     * {@code switch-timeout} together, so that no order can still be on its way; otherwise the service does not start.
     */
    @WithDefault("20S")
    Duration sweepAfter();

    /** How often the sweep looks. */
    @WithDefault("5S")
    Duration sweepEvery();

    /** Most orders that one sweep asks about. */
    @WithDefault("50")
    int sweepBatch();
}
