package org.rescueline.report;

import org.jspecify.annotations.Nullable;

/**
 * How many callers were answered in time.
 *
 * @param thresholdSeconds what "in time" means
 * @param numerator answered within the threshold
 * @param denominator offered, without those who gave up shortly and without those whose time is not up yet
 * @param percent 0 to 100; null while there is nobody to count
 * @param targetPercent what should be reached
 */
public record ServiceLevel(
        int thresholdSeconds,
        long numerator,
        long denominator,
        @Nullable Double percent,
        double targetPercent) {}
