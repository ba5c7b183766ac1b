package org.rescueline.bench;

import java.util.Arrays;

/** Durations in nanoseconds, and what part of them was at most how long. */
final class Samples {

    private static final double PERCENT = 100;

    private final long[] nanos;
    private int count;
    private boolean isSorted;

    Samples(int capacity) {
        nanos = new long[capacity];
    }

    void add(long duration) {
        nanos[count++] = duration;
        isSorted = false;
    }

    int count() {
        return count;
    }

    double median() {
        return percentile(50);
    }

    /** The smallest duration that so many percent of all did not exceed. */
    double percentile(double percent) {
        if (!isSorted) {
            Arrays.sort(nanos, 0, count);
            isSorted = true;
        }
        return nanos[(int) Math.max(0, Math.ceil(count * percent / PERCENT) - 1)];
    }
}
