package org.rescueline.event;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.rescueline.geo.PlaceName;
import org.rescueline.geo.PlaceNames;
import org.rescueline.geo.WgsPoint;
import org.rescueline.shared.Provenance;

/**
 * Where help must go, as the case stands now.
 *
 * @param latitude degrees WGS-84; absent when only words are known
 * @param longitude degrees WGS-84; absent when only words are known
 * @param text the told words, when there are any
 * @param provenance measured for a fix, told for the caller's word
 */
@JsonIgnoreProperties(value = "placeName", allowGetters = true)
public record EventPlace(
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable String text,
        Provenance provenance) {

    /** The county it lies in; null when only words are known, at sea and abroad. */
    @JsonProperty
    public @Nullable PlaceName placeName() {
        return latitude == null || longitude == null
                ? null
                : PlaceNames.find(new WgsPoint(latitude, longitude)).orElse(null);
    }
}
