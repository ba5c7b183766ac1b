package org.rescueline.callback;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** Settings of the calls that are owed. */
@ConfigMapping(prefix = "rescueline.callback")
public interface CallbackConfig {

    /** How long after an abandoned call it is due: a caller who redials at once should not find the line engaged. */
    @WithDefault("20S")
    Duration firstDueAfter();

    /** By when a caller who gave up should have been reached, counted from the moment they gave up. */
    @WithDefault("30M")
    Duration abandonedDeadline();

    /** By when a promised call should have been made, counted from the promised moment. */
    @WithDefault("30M")
    Duration promiseDeadline();

    /**
     * Waits between attempts that did not reach the customer, the first after the first attempt. After the attempt
     * behind the last wait the callback is given up and shown to supervisors.
     */
    @WithDefault("5M,15M,1H")
    List<Duration> retryLadder();

    /** Wait before another try when our own operator did not pick up or our line failed. */
    @WithDefault("30S")
    Duration ownFaultRetry();

    /** How long each telephone may ring, the operator's and then the customer's. */
    @WithDefault("40S")
    Duration ringTimeout();

    /** The hotline number that the customer sees. */
    @WithDefault("4008809818")
    String callerId();

    /**
     * How long the order to dial may take from being written down to being handed to the switch. An order that is older
     * (a stalled machine) is not handed over any more; the sweep takes it back.
     */
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

    /** How often it is looked whose turn has come among those who asked to keep their place in line. */
    @WithDefault("1S")
    Duration turnEvery();

    /** How long it is remembered that a customer spoke to an operator; news of an older hang-up is not that late. */
    @WithDefault("7D")
    Duration reachedRetention();

    /** Most orders that one sweep asks about, so that a long outage does not become a flood. */
    @WithDefault("50")
    int sweepBatch();
}
