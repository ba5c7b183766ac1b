package org.rescueline.vehicle;

import org.jspecify.annotations.Nullable;

/** Whose vehicle it is: a person, a company, or both; both null when nobody knows. */
public record OwnerView(@Nullable String name, @Nullable String company) {
    /** Nobody knows. */
    public static final OwnerView UNKNOWN = new OwnerView(null, null);
}
