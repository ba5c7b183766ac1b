package org.rescueline.vehicle.internal;

import io.vertx.pgclient.PgException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rescueline.shared.Failure;

/** What the schema refuses because another vehicle has it already, said so that people can act on it. */
final class VehicleConflicts {
    private static final String UNIQUE_VIOLATION = "23505";
    private static final Pattern DETAIL = Pattern.compile("\\)=\\((.*)\\)");

    private VehicleConflicts() {}

    /** The failure to tell of; the thrown one itself when it is something else. */
    static Throwable of(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof PgException refused && UNIQUE_VIOLATION.equals(refused.getSqlState())) {
                return of(refused, thrown);
            }
        }
        return thrown;
    }

    private static Throwable of(PgException refused, Throwable otherwise) {
        String constraint = String.valueOf(refused.getConstraint());
        return switch (constraint) {
            case "vehicle_vin_key" -> Failure.conflict("vehicle.vin-taken", Map.of("vin", value(refused.getDetail())));
            case "vehicle_plate_key_key" ->
                Failure.conflict("vehicle.plate-taken", Map.of("plate", value(refused.getDetail())));
            default -> otherwise;
        };
    }

    private static String value(@Nullable String detail) {
        Matcher matcher = DETAIL.matcher(String.valueOf(detail));
        return matcher.find() ? matcher.group(1) : "";
    }
}
