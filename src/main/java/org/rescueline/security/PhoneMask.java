package org.rescueline.security;

import jakarta.enterprise.context.ApplicationScoped;
import org.rescueline.shared.PhoneNumber;

/**
 * Decides who reads a customer's number in clear: the person working the case, and supervisors and administrators, whose
 * every look is audited. Everybody else reads {@code 138****0021}.
 *
 * <p>Who works the case is the calling room's knowledge: the operator of the call, the owner of the event, job or
 * callback.
 */
@ApplicationScoped
public class PhoneMask {

    /** Shorter numbers are extensions and service numbers (110, 1001), which identify nobody. */
    private static final int SHORTEST_PERSONAL_NUMBER = 7;

    /** Of a number in no known form, this much stays readable at either end. */
    private static final int SHOWN = 2;

    private final Unmaskings unmaskings;

    /** A mask that notes looks there. */
    public PhoneMask(Unmaskings unmaskings) {
        this.unmaskings = unmaskings;
    }

    /**
     * The lens for one viewer and one case. A look that cannot be audited is not granted: when the audit's buffer is
     * full, a supervisor reads masked numbers too.
     */
    public NumberLens lensFor(Viewer viewer, boolean worksTheCase) {
        if (worksTheCase) {
            return number -> number;
        }
        if (viewer.readsNumbersByRole()) {
            return number -> unmaskings.note(viewer, number) ? number : mask(number);
        }
        return PhoneMask::mask;
    }

    /**
     * The number as everybody may read it: {@code 138****0021}. What is no telephone number but long enough to be one
     * loses its middle; extensions and short service numbers stay as they are.
     */
    public static String mask(String number) {
        return PhoneNumber.find(number).map(PhoneNumber::masked).orElseGet(() -> maskUnknown(number));
    }

    private static String maskUnknown(String number) {
        if (number.length() < SHORTEST_PERSONAL_NUMBER) {
            return number;
        }
        return number.substring(0, SHOWN) + "****" + number.substring(number.length() - SHOWN);
    }
}
