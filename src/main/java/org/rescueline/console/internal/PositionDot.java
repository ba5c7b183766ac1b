package org.rescueline.console.internal;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rescueline.vehicle.AlarmState;
import org.rescueline.vehicle.PositionView;

/**
 * Where one truck is, as short as it can be written: an array in this order, since thousands go to every page each second.
 *
 * @param latitude WGS-84 degrees
 * @param longitude WGS-84 degrees
 * @param courseDegrees clockwise from north
 * @param fixedAtMillis when the terminal took the fix, since 1970
 * @param alarm 0 none, 1 an alarm, 2 the driver's emergency button
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonPropertyOrder({"vehicleId", "plate", "latitude", "longitude", "courseDegrees", "speedKph", "fixedAtMillis", "alarm"
})
public record PositionDot(
        UUID vehicleId,
        @Nullable String plate,
        double latitude,
        double longitude,
        @Nullable Number courseDegrees,
        @Nullable Number speedKph,
        long fixedAtMillis,
        int alarm) {

    /** The dot of a position of a vehicle. */
    static PositionDot of(UUID vehicleId, PositionView position) {
        return new PositionDot(
                vehicleId,
                position.plate(),
                position.latitude(),
                position.longitude(),
                position.courseDegrees(),
                position.speedKph(),
                position.fixedAt().toEpochMilli(),
                digit(position.alarm()));
    }

    private static int digit(@Nullable AlarmState alarm) {
        if (alarm == null) {
            return 0;
        }
        return switch (alarm) {
            case NONE -> 0;
            case WARNING -> 1;
            case SOS -> 2;
        };
    }
}
