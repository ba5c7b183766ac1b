package org.rescueline.vehicle.gps.fix;

import java.time.Duration;

/**
 * Between what and what a reported position is believed.
 *
 * @param clockAhead how far in the future a clock may be
 * @param clockBehind how old a report may be
 * @param maxSpeedKph faster than any truck
 * @param jumpTolerance metres that any fix may be away from the last one, however short the time
 * @param jumpConfirmations how many fixes in a row that agree with each other prove that the truck is there after all
 */
public record FixLimits(
        Duration clockAhead, Duration clockBehind, double maxSpeedKph, double jumpTolerance, int jumpConfirmations) {}
