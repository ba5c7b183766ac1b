package org.rescueline.event.internal;

import org.jspecify.annotations.Nullable;

/**
 * The slip of the ear or the pen that sends vans 38 km the wrong way: two digits of the kilometres changed over, 742 for
 * 724.
 */
final class Misreading {

    /** Drivers round to the kilometre, and a fix may be a minute old. */
    private static final int TOLERANCE_METERS = 1_500;

    private Misreading() {}

    /**
     * The post that was probably meant, in metres: the told one with two digits changed over, when that is where the
     * truck is. Null when no such slip explains it.
     */
    static @Nullable Integer of(int toldMeters, int measuredMeters) {
        var digits = Integer.toString(toldMeters / 1000).toCharArray();
        Integer best = null;
        for (int i = 0; i < digits.length; i++) {
            for (int j = i + 1; j < digits.length; j++) {
                int swapped = swapped(digits, i, j) * 1000 + toldMeters % 1000;
                if (isCloser(swapped, best, measuredMeters)) {
                    best = swapped;
                }
            }
        }
        return best;
    }

    private static boolean isCloser(int post, @Nullable Integer best, int measured) {
        int missed = Math.abs(post - measured);
        return missed <= TOLERANCE_METERS && (best == null || missed < Math.abs(best - measured));
    }

    private static int swapped(char[] digits, int one, int other) {
        var changed = digits.clone();
        changed[one] = digits[other];
        changed[other] = digits[one];
        return Integer.parseInt(new String(changed));
    }
}
