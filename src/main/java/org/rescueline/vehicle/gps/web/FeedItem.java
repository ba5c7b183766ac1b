package org.rescueline.vehicle.gps.web;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rescueline.geo.Datum;
import org.rescueline.geo.Datums;
import org.rescueline.geo.WgsPoint;
import org.rescueline.shared.Failure;
import org.rescueline.vehicle.PositionSource;
import org.rescueline.vehicle.gps.fix.Fix;
import org.rescueline.vehicle.gps.fix.FixBits;

/**
 * One position of an HTTP feed, whichever format it came in.
 *
 * @param terminal the name under which the feed knows the device
 * @param time when it was there; null when the feed does not tell, which means now
 * @param speedKph null when the feed does not tell
 * @param courseDegrees null when the feed does not tell
 * @param altitudeMeters null when the feed does not tell
 * @param isIgnitionOn null when the feed does not tell
 * @param isFixed false when the feed itself calls the position invalid
 * @param isSos whether the driver calls for help
 */
record FeedItem(
        String terminal,
        double latitude,
        double longitude,
        Datum datum,
        @Nullable Instant time,
        @Nullable Double speedKph,
        @Nullable Double courseDegrees,
        @Nullable Double altitudeMeters,
        @Nullable Boolean isIgnitionOn,
        boolean isFixed,
        boolean isSos) {

    private static final double MAX_SPEED_KPH = 6_553.5;

    FeedItem {
        if (!WgsPoint.isLatitude(latitude)) {
            throw Failure.invalid("latitude", "vehicle.latitude-out-of-range", Map.of("latitude", latitude));
        }
        if (!WgsPoint.isLongitude(longitude)) {
            throw Failure.invalid("longitude", "vehicle.longitude-out-of-range", Map.of("longitude", longitude));
        }
        if (speedKph != null && !(speedKph >= 0 && speedKph <= MAX_SPEED_KPH)) {
            throw Failure.invalid("speedKph", "vehicle.speed-out-of-range", Map.of("speedKph", speedKph));
        }
    }

    /** The position in WGS-84, on its way through the steps. */
    Fix toFix(Instant receivedAt) {
        WgsPoint place = Datums.toWgs84(latitude, longitude, datum);
        return new Fix(
                place.latitude(),
                place.longitude(),
                rounded(altitudeMeters, 1),
                rounded(speedKph, 10),
                courseDegrees == null ? Fix.UNKNOWN : Math.floorMod(Math.round(courseDegrees), 360),
                time == null ? receivedAt : time,
                receivedAt,
                FixBits.status(isFixed, Boolean.TRUE.equals(isIgnitionOn)),
                isIgnitionOn != null,
                FixBits.alarm(isSos),
                Fix.UNKNOWN,
                Fix.UNKNOWN,
                PositionSource.HTTP);
    }

    private static int rounded(@Nullable Double value, int factor) {
        return value == null || !Double.isFinite(value) ? Fix.UNKNOWN : (int) Math.round(value * factor);
    }
}
