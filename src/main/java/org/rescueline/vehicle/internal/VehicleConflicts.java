package org.rescueline.vehicle.internal;

import io.vertx.pgclient.PgException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rescueline.shared.Failure;

/** What the schema refuses because another vehicle has it already, said so that people can act on it. */
final class VehicleConflicts {
    /** Hibernate hands on no more of the server's answer than its sentence, which names the constraint. */
    private static final Pattern CONSTRAINT = Pattern.compile("unique constraint \"(\\w+)\"");

    /** What the reactive client itself hands on: {@code Key (vin)=(…) already exists.} */
    private static final Pattern DETAIL = Pattern.compile("\\)=\\((.*)\\)");

    private VehicleConflicts() {}

    /** The failure to tell of when this vehicle was refused; the thrown one itself when it is something else. */
    static Throwable of(Throwable thrown, CheckedVehicle vehicle) {
        return of(thrown, String.valueOf(vehicle.vin()), String.valueOf(vehicle.plate()));
    }

    /** The failure to tell of when one of many vehicles was refused; the thrown one itself when it is something else. */
    static Throwable ofMany(Throwable thrown) {
        String value = thrown instanceof PgException refused ? value(refused.getDetail()) : "";
        return of(thrown, value, value);
    }

    private static Throwable of(Throwable thrown, String vin, String plate) {
        return switch (constraint(thrown)) {
            case "vehicle_vin_key" -> Failure.conflict("vehicle.vin-taken", Map.of("vin", vin));
            case "vehicle_plate_key_key" -> Failure.conflict("vehicle.plate-taken", Map.of("plate", plate));
            default -> thrown;
        };
    }

    private static String constraint(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            Matcher matcher = CONSTRAINT.matcher(String.valueOf(cause.getMessage()));
            if (matcher.find()) {
                return matcher.group(1);
            }
        }
        return "";
    }

    private static String value(@Nullable String detail) {
        Matcher matcher = DETAIL.matcher(String.valueOf(detail));
        return matcher.find() ? matcher.group(1) : "";
    }
}
