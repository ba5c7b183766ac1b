package org.rescueline.geo;

import static java.lang.Math.PI;
import static java.lang.Math.atan2;
import static java.lang.Math.cos;
import static java.lang.Math.hypot;
import static java.lang.Math.sin;

/** GCJ-02 → BD-09, as published: a slight wobble in polar form and a constant offset. */
final class BaiduShift {

    private static final double WOBBLE_FREQUENCY = PI * 3000.0 / 180.0;
    private static final double LATITUDE_OFFSET = 0.006;
    private static final double LONGITUDE_OFFSET = 0.0065;

    private BaiduShift() {}

    static WgsPoint apply(WgsPoint gcj) {
        double x = gcj.longitude();
        double y = gcj.latitude();
        double radius = hypot(x, y) + 0.00002 * sin(y * WOBBLE_FREQUENCY);
        double angle = atan2(y, x) + 0.000003 * cos(x * WOBBLE_FREQUENCY);
        return new WgsPoint(radius * sin(angle) + LATITUDE_OFFSET, radius * cos(angle) + LONGITUDE_OFFSET);
    }
}
