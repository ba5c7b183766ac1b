package org.rescueline.vehicle.gps.fix;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.rescueline.geo.WgsPoint;
import org.rescueline.vehicle.PositionSource;

/**
 * One reported position on its way through the steps. Numbers instead of boxes, since a hundred thousand of these come
 * in per second; {@link #UNKNOWN} stands for what the feed does not tell.
 *
 * @param latitude degrees WGS-84; unsigned until {@link CorrectsHemisphere} has seen it
 * @param longitude degrees WGS-84; unsigned until {@link CorrectsHemisphere} has seen it
 * @param altitudeMeters or {@link #UNKNOWN}
 * @param speedTenthsKph 0.1 km/h, or {@link #UNKNOWN}
 * @param courseDegrees clockwise from north, or {@link #UNKNOWN}
 * @param fixedAt by the sender's clock; null when it told no time
 * @param receivedAt by our clock
 * @param statusBits as JT/T 808 has them: bit 0 ignition, bit 1 fixed, bit 2 south, bit 3 west; an HTTP feed's facts are
 *     put into the same bits
 * @param isIgnitionKnown whether bit 0 of the status means anything
 * @param alarmBits as JT/T 808 has them: bit 0 is the driver's SOS
 * @param mileageTenthsKm 0.1 km, or {@link #UNKNOWN}
 * @param satellites in use, or {@link #UNKNOWN}
 */
public record Fix(
        double latitude,
        double longitude,
        int altitudeMeters,
        int speedTenthsKph,
        int courseDegrees,
        @Nullable Instant fixedAt,
        Instant receivedAt,
        int statusBits,
        boolean isIgnitionKnown,
        int alarmBits,
        long mileageTenthsKm,
        int satellites,
        PositionSource source) {

    /** Not told by the feed. */
    public static final int UNKNOWN = Integer.MIN_VALUE;

    static final int IGNITION = 1;
    static final int FIXED = 1 << 1;
    static final int SOUTH = 1 << 2;
    static final int WEST = 1 << 3;
    static final int SOS = 1;

    /** Whether the sender says that it has a fix. */
    public boolean isFixed() {
        return (statusBits & FIXED) != 0;
    }

    /** Whether the ignition is on, as far as it is known. */
    public boolean isIgnitionOn() {
        return (statusBits & IGNITION) != 0;
    }

    /** Whether the driver holds the emergency button. */
    public boolean isDriverSos() {
        return (alarmBits & SOS) != 0;
    }

    /** When it was there: by the sender's clock, or by ours when the sender told no time. */
    public Instant bestTime() {
        return fixedAt == null ? receivedAt : fixedAt;
    }

    /** The place alone; only after the steps, which see to it that it is one. */
    public WgsPoint place() {
        return new WgsPoint(latitude, longitude);
    }

    Fix withPlace(double newLatitude, double newLongitude) {
        return new Fix(
                newLatitude,
                newLongitude,
                altitudeMeters,
                speedTenthsKph,
                courseDegrees,
                fixedAt,
                receivedAt,
                statusBits & ~(SOUTH | WEST),
                isIgnitionKnown,
                alarmBits,
                mileageTenthsKm,
                satellites,
                source);
    }

    Fix withFixedAt(Instant newFixedAt) {
        return new Fix(
                latitude,
                longitude,
                altitudeMeters,
                speedTenthsKph,
                courseDegrees,
                newFixedAt,
                receivedAt,
                statusBits,
                isIgnitionKnown,
                alarmBits,
                mileageTenthsKm,
                satellites,
                source);
    }

    /** Tells this fix from any other of the same terminal; two equal ones are the same report sent twice. */
    long fingerprint() {
        long hash = bestTime().toEpochMilli();
        hash = hash * 0x9e3779b97f4a7c15L ^ Double.doubleToLongBits(latitude);
        hash = hash * 0x9e3779b97f4a7c15L ^ Double.doubleToLongBits(longitude);
        return hash ^ hash >>> 32;
    }
}
