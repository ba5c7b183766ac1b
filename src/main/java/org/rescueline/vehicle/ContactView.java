package org.rescueline.vehicle;

import org.jspecify.annotations.Nullable;
import org.rescueline.security.NumberLens;

/**
 * Somebody to ring about a vehicle.
 *
 * @param name null when only the number is known
 * @param number E.164; personal, so people read it through their lens
 */
public record ContactView(@Nullable String name, ContactRole role, String number) {
    /** The same contact as a viewer may read it. */
    public ContactView seenThrough(NumberLens lens) {
        return new ContactView(name, role, lens.show(number));
    }
}
