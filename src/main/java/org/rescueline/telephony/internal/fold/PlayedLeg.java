package org.rescueline.telephony.internal.fold;

import org.jspecify.annotations.Nullable;
import org.rescueline.telephony.LegRole;

/**
 * A leg and its part in a call.
 *
 * @param extension only for an operator's leg
 */
public record PlayedLeg(Leg leg, LegRole role, @Nullable String extension) {

    /** Whether it leads to a person whom the caller, or we, wanted to reach. */
    boolean isAnsweringPerson() {
        return role != LegRole.CALLER && role != LegRole.OTHER;
    }
}
