package org.rescueline.report.internal;

import org.jspecify.annotations.Nullable;

/** One decimal is what a wallboard shows; more would pretend a precision that few calls do not have. */
final class Rounding {

    private static final double TENTHS = 10;

    private Rounding() {}

    static double toTenths(double value) {
        return Math.round(value * TENTHS) / TENTHS;
    }

    /**
     * The share in percent; null of nothing. Rounded down, so that 100 and every target mean that it was really
     * reached.
     */
    static @Nullable Double percent(long part, long whole) {
        return whole == 0 ? null : Math.floor(part * 100.0 * TENTHS / whole) / TENTHS;
    }
}
