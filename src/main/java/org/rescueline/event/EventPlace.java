package org.rescueline.event;

import org.jspecify.annotations.Nullable;
import org.rescueline.shared.Provenance;

/**
 * Where help must go, as the case stands now.
 *
 * @param latitude degrees WGS-84; absent when only words are known
 * @param longitude degrees WGS-84; absent when only words are known
 * @param text the told words, when there are any
 * @param provenance measured for a fix, told for the caller's word
 */
public record EventPlace(
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable String text,
        Provenance provenance) {}
