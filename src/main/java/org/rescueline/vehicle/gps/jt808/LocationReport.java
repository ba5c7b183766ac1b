package org.rescueline.vehicle.gps.jt808;

import java.time.Instant;
import java.util.Optional;

/**
 * 0x0200: where the terminal is. The fields are as sent, not yet judged: coordinates may be zero, out of range or years
 * old while the terminal calls them valid.
 *
 * @param alarmBits bit 0 is the driver's SOS
 * @param statusBits bit 0 ignition, bit 1 fixed, bit 2 south, bit 3 west
 * @param latitudeMicrodegrees 1e-6°, unsigned; the hemisphere is in the status
 * @param longitudeMicrodegrees 1e-6°, unsigned; the hemisphere is in the status
 * @param altitudeMeters metres above sea; sent in 16 bits and read as signed, since the Turpan depression lies at −154 m
 *     and nothing drives at 32 km
 * @param speedTenthsKph 0.1 km/h
 * @param courseDegrees clockwise from north; 0 to 359 from a terminal that keeps the standard
 * @param epochSecond seconds since 1970 in UTC, or a marker for "no time", see {@link #findTime()}
 * @param items what follows the fixed fields
 */
public record LocationReport(
        int alarmBits,
        int statusBits,
        int latitudeMicrodegrees,
        int longitudeMicrodegrees,
        int altitudeMeters,
        int speedTenthsKph,
        int courseDegrees,
        long epochSecond,
        AdditionalItems items)
        implements TerminalMessage {

    private static final int SOS = 1;
    private static final int IGNITION = 1;
    private static final int FIXED = 1 << 1;
    private static final int SOUTH = 1 << 2;
    private static final int WEST = 1 << 3;
    private static final double MICRODEGREES = 1e6;

    /** A fixed, plain report of a standing vehicle: what a well-kept terminal sends. Seconds are whole. */
    public static LocationReport at(double latitude, double longitude, Instant time) {
        int status = FIXED | (latitude < 0 ? SOUTH : 0) | (longitude < 0 ? WEST : 0);
        int latitudeMicrodegrees = (int) Math.round(Math.abs(latitude) * MICRODEGREES);
        int longitudeMicrodegrees = (int) Math.round(Math.abs(longitude) * MICRODEGREES);
        long second = time.getEpochSecond();
        return new LocationReport(
                0, status, latitudeMicrodegrees, longitudeMicrodegrees, 0, 0, 0, second, AdditionalItems.NONE);
    }

    /** The same report with the ignition on or off. */
    public LocationReport withIgnition(boolean isOn) {
        return withBits(alarmBits, set(statusBits, IGNITION, isOn));
    }

    /** The same report with or without the driver's SOS. */
    public LocationReport withDriverSos(boolean isPressed) {
        return withBits(set(alarmBits, SOS, isPressed), statusBits);
    }

    /** The same report from a terminal that sees, or does not see, its satellites. */
    public LocationReport withFixed(boolean isFixed) {
        return withBits(alarmBits, set(statusBits, FIXED, isFixed));
    }

    /** The same report in motion. */
    public LocationReport withMotion(double speedKph, int newCourseDegrees) {
        int tenths = (int) Math.round(speedKph * 10);
        return new LocationReport(
                alarmBits,
                statusBits,
                latitudeMicrodegrees,
                longitudeMicrodegrees,
                altitudeMeters,
                tenths,
                newCourseDegrees,
                epochSecond,
                items);
    }

    /** The same report at another height. */
    public LocationReport withAltitude(int newAltitudeMeters) {
        return new LocationReport(
                alarmBits,
                statusBits,
                latitudeMicrodegrees,
                longitudeMicrodegrees,
                newAltitudeMeters,
                speedTenthsKph,
                courseDegrees,
                epochSecond,
                items);
    }

    /** The same report with other additional items. */
    public LocationReport withItems(AdditionalItems newItems) {
        return new LocationReport(
                alarmBits,
                statusBits,
                latitudeMicrodegrees,
                longitudeMicrodegrees,
                altitudeMeters,
                speedTenthsKph,
                courseDegrees,
                epochSecond,
                newItems);
    }

    @Override
    public int messageId() {
        return MessageId.LOCATION_REPORT;
    }

    /** Whether the driver's emergency button is pressed. */
    public boolean isDriverSos() {
        return (alarmBits & SOS) != 0;
    }

    /** Whether the ignition (ACC) is on. */
    public boolean isIgnitionOn() {
        return (statusBits & IGNITION) != 0;
    }

    /** Whether the terminal says that it has a fix. */
    public boolean isFixed() {
        return (statusBits & FIXED) != 0;
    }

    /** Whether the latitude is south of the equator. */
    public boolean isSouth() {
        return (statusBits & SOUTH) != 0;
    }

    /** Whether the longitude is west of Greenwich. */
    public boolean isWest() {
        return (statusBits & WEST) != 0;
    }

    /** Degrees as sent, never negative, up to 4,294 when the sender is broken. */
    public double unsignedLatitude() {
        return Integer.toUnsignedLong(latitudeMicrodegrees) / MICRODEGREES;
    }

    /** Degrees as sent, never negative, up to 4,294 when the sender is broken. */
    public double unsignedLongitude() {
        return Integer.toUnsignedLong(longitudeMicrodegrees) / MICRODEGREES;
    }

    /** When the terminal says it was there; absent when its six bytes are no time. */
    public Optional<Instant> findTime() {
        return epochSecond == TerminalClock.NO_TIME
                ? Optional.empty()
                : Optional.of(Instant.ofEpochSecond(epochSecond));
    }

    private LocationReport withBits(int newAlarmBits, int newStatusBits) {
        return new LocationReport(
                newAlarmBits,
                newStatusBits,
                latitudeMicrodegrees,
                longitudeMicrodegrees,
                altitudeMeters,
                speedTenthsKph,
                courseDegrees,
                epochSecond,
                items);
    }

    private static int set(int bits, int bit, boolean isSet) {
        return isSet ? bits | bit : bits & ~bit;
    }
}
