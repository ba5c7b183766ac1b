package org.rescueline.console.internal;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where one truck is, as short as it can be written: an array in this order, since thousands go to every page each second.
 *
 * @param latitude WGS-84 degrees
 * @param longitude WGS-84 degrees
 * @param courseDegrees clockwise from north
 * @param fixedAtMillis when the terminal took the fix, since 1970
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonPropertyOrder({"vehicleId", "plate", "latitude", "longitude", "courseDegrees", "speedKph", "fixedAtMillis"})
public record PositionDot(
        UUID vehicleId,
        @Nullable String plate,
        double latitude,
        double longitude,
        @Nullable Number courseDegrees,
        @Nullable Number speedKph,
        long fixedAtMillis) {}
