package org.rescueline.station.internal;

import java.time.Duration;
import org.rescueline.geo.Geodesic;
import org.rescueline.geo.WgsPoint;
import org.rescueline.station.StationConfig;
import org.rescueline.station.TravelEstimate;

/** Guesses a journey from the straight line: distance × detour ÷ speed, plus the time to leave the yard. */
final class EstimatesTravel {

    private static final double METERS_PER_MINUTE_AT_ONE_KPH = 1_000.0 / 60;

    private final StationConfig.Eta eta;

    EstimatesTravel(StationConfig.Eta eta) {
        this.eta = eta;
    }

    TravelEstimate between(WgsPoint from, WgsPoint to) {
        return over(Geodesic.distanceMeters(from, to));
    }

    TravelEstimate over(double distanceMeters) {
        return new TravelEstimate(
                distanceMeters,
                distanceMeters * (eta.detourLow() + eta.detourHigh()) / 2,
                (int) Math.floor(lowMinutes(distanceMeters)),
                (int) Math.ceil(highMinutes(distanceMeters)));
    }

    /** The middle of the range, unrounded: it grows with every metre, so that rounding never decides an order. */
    double middleMinutes(double distanceMeters) {
        return (lowMinutes(distanceMeters) + highMinutes(distanceMeters)) / 2;
    }

    private double lowMinutes(double distanceMeters) {
        return minutes(eta.turnoutLow()) + driving(distanceMeters * eta.detourLow(), eta.speedHighKph());
    }

    private double highMinutes(double distanceMeters) {
        return minutes(eta.turnoutHigh()) + driving(distanceMeters * eta.detourHigh(), eta.speedLowKph());
    }

    private static double driving(double roadMeters, double speedKph) {
        return roadMeters / (speedKph * METERS_PER_MINUTE_AT_ONE_KPH);
    }

    private static double minutes(Duration duration) {
        return duration.toMillis() / 60_000.0;
    }
}
