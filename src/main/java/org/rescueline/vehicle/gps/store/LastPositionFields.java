package org.rescueline.vehicle.gps.store;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.rescueline.vehicle.PositionSource;
import org.rescueline.vehicle.gps.fix.Fix;

/** A last position as the fields of a Redis hash, readable by people and by other programs. */
final class LastPositionFields {
    /** First, since the script compares it. Milliseconds since 1970. */
    static final String FIXED_AT = "fixedAt";

    private static final String RECEIVED_AT = "receivedAt";
    private static final String LATITUDE = "latitude";
    private static final String LONGITUDE = "longitude";
    private static final String ALTITUDE = "altitudeMeters";
    private static final String SPEED = "speedTenthsKph";
    private static final String COURSE = "courseDegrees";
    private static final String STATUS = "statusBits";
    private static final String IGNITION_KNOWN = "ignitionKnown";
    private static final String ALARM = "alarmBits";
    private static final String MILEAGE = "mileageTenthsKm";
    private static final String SATELLITES = "satellites";
    private static final String SOURCE = "source";

    private LastPositionFields() {}

    /** Names and values in turn. */
    static String[] of(Fix fix) {
        return new String[] {
            FIXED_AT, Long.toString(fix.bestTime().toEpochMilli()),
            RECEIVED_AT, Long.toString(fix.receivedAt().toEpochMilli()),
            LATITUDE, Double.toString(fix.latitude()),
            LONGITUDE, Double.toString(fix.longitude()),
            ALTITUDE, Integer.toString(fix.altitudeMeters()),
            SPEED, Integer.toString(fix.speedTenthsKph()),
            COURSE, Integer.toString(fix.courseDegrees()),
            STATUS, Integer.toString(fix.statusBits()),
            IGNITION_KNOWN, Boolean.toString(fix.isIgnitionKnown()),
            ALARM, Integer.toString(fix.alarmBits()),
            MILEAGE, Long.toString(fix.mileageTenthsKm()),
            SATELLITES, Integer.toString(fix.satellites()),
            SOURCE, fix.source().name()
        };
    }

    /** Empty when there is no such hash, or somebody wrote something else into it. */
    static Optional<Fix> read(Map<String, String> fields) {
        try {
            return fields.containsKey(FIXED_AT) ? Optional.of(fix(fields)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Fix fix(Map<String, String> fields) {
        return new Fix(
                Double.parseDouble(get(fields, LATITUDE)),
                Double.parseDouble(get(fields, LONGITUDE)),
                Integer.parseInt(get(fields, ALTITUDE)),
                Integer.parseInt(get(fields, SPEED)),
                Integer.parseInt(get(fields, COURSE)),
                Instant.ofEpochMilli(Long.parseLong(get(fields, FIXED_AT))),
                Instant.ofEpochMilli(Long.parseLong(get(fields, RECEIVED_AT))),
                Integer.parseInt(get(fields, STATUS)),
                Boolean.parseBoolean(get(fields, IGNITION_KNOWN)),
                Integer.parseInt(get(fields, ALARM)),
                Long.parseLong(get(fields, MILEAGE)),
                Integer.parseInt(get(fields, SATELLITES)),
                PositionSource.valueOf(get(fields, SOURCE)));
    }

    private static String get(Map<String, String> fields, String name) {
        String value = fields.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the hash has no " + name);
        }
        return value;
    }
}
