package org.rescueline.geo;

/**
 * Brings degrees of any {@link Datum} home to WGS-84, and shows WGS-84 on maps that expect another datum.
 *
 * <p>The forward formulas are exact definitions; their inverses have no closed form and are found by iteration, to well
 * under a millimetre. Outside China all three datums are the same, see {@link ChinaOutline}.
 */
public final class Datums {

    /** Two iterations already reach a centimetre; the bound only guards against never ending. */
    private static final int MAX_ITERATIONS = 12;

    /** About a tenth of a millimetre on the ground. */
    private static final double CLOSE_ENOUGH_DEGREES = 1e-9;

    private Datums() {}

    /**
     * The WGS-84 place of degrees given in the named datum.
     *
     * @throws IllegalArgumentException when the degrees are not on earth
     */
    public static WgsPoint toWgs84(double latitude, double longitude, Datum datum) {
        var given = new WgsPoint(latitude, longitude);
        if (datum == Datum.WGS84 || !ChinaOutline.contains(given)) {
            return given;
        }
        var gcj = datum == Datum.BD09 ? invert(given, BaiduShift::apply) : given;
        return invert(gcj, Gcj02Shift::apply);
    }

    /** Degrees of the place in GCJ-02, for map layers drawn in it. */
    public static Degrees toGcj02(WgsPoint place) {
        var shown = ChinaOutline.contains(place) ? Gcj02Shift.apply(place) : place;
        return new Degrees(shown.latitude(), shown.longitude());
    }

    /** Degrees of the place in BD-09, for map layers drawn in it. */
    public static Degrees toBd09(WgsPoint place) {
        var shown = ChinaOutline.contains(place) ? BaiduShift.apply(Gcj02Shift.apply(place)) : place;
        return new Degrees(shown.latitude(), shown.longitude());
    }

    /** Degrees in a datum other than WGS-84: deliberately not a {@link WgsPoint}, so that nobody stores them as one. */
    public record Degrees(double latitude, double longitude) {}

    private static WgsPoint invert(WgsPoint shifted, Shift shift) {
        var guess = shifted;
        for (int i = 0; i < MAX_ITERATIONS; i++) {
            var reached = shift.apply(guess);
            double missedLatitude = shifted.latitude() - reached.latitude();
            double missedLongitude = shifted.longitude() - reached.longitude();
            guess = new WgsPoint(guess.latitude() + missedLatitude, guess.longitude() + missedLongitude);
            if (Math.hypot(missedLatitude, missedLongitude) < CLOSE_ENOUGH_DEGREES) {
                break;
            }
        }
        return guess;
    }

    @FunctionalInterface
    private interface Shift {
        WgsPoint apply(WgsPoint place);
    }
}
