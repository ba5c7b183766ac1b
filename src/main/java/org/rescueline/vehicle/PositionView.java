package org.rescueline.vehicle;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rescueline.geo.PlaceName;
import org.rescueline.geo.PlaceNames;
import org.rescueline.geo.WgsPoint;

/**
 * Where a terminal last was. WGS-84 always.
 *
 * @param vehicleId null for a terminal that nobody has fitted to a vehicle yet
 * @param plate of that vehicle
 * @param terminalPhone without zeros in front
 * @param latitude degrees, south negative
 * @param longitude degrees, west negative
 * @param altitudeMeters null when the feed does not tell
 * @param speedKph null when the feed does not tell
 * @param courseDegrees clockwise from north; null when the feed does not tell
 * @param ignitionOn null when the feed does not tell
 * @param fixedAt when it was there, by the terminal's clock; older than 30 minutes is shown as stale
 * @param receivedAt when we learned of it
 * @param alarm the gravest alarm of the report; null in what was written down before alarms were
 */
@JsonIgnoreProperties(value = "placeName", allowGetters = true)
public record PositionView(
        @Nullable UUID vehicleId,
        @Nullable String plate,
        String terminalPhone,
        double latitude,
        double longitude,
        @Nullable Integer altitudeMeters,
        @Nullable Double speedKph,
        @Nullable Integer courseDegrees,
        @Nullable Boolean ignitionOn,
        Instant fixedAt,
        Instant receivedAt,
        PositionSource sourceKind,
        @Nullable AlarmState alarm) {

    /** The place alone. */
    public WgsPoint place() {
        return new WgsPoint(latitude, longitude);
    }

    /** The county it lies in, looked up when somebody reads it: most fixes are never read. Null at sea and abroad. */
    @JsonProperty
    public @Nullable PlaceName placeName() {
        return PlaceNames.find(place()).orElse(null);
    }
}
