package org.rescueline.security;

import org.jspecify.annotations.Nullable;

/**
 * Through which a viewer reads customers' telephone numbers. A view offers {@code seenThrough(NumberLens)} and passes
 * every customer number it carries; duty phones are business numbers and stay as they are.
 */
@FunctionalInterface
public interface NumberLens {

    /** The number as this viewer may read it. */
    String show(String number);

    /** The same for a number that may be absent. */
    default @Nullable String showIfAny(@Nullable String number) {
        return number == null ? null : show(number);
    }
}
