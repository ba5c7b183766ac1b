package org.rescueline.vehicle;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a vehicle left the works.
 *
 * @param batch the production batch, by which defects are traced
 * @param soldOn the day the warranty began
 * @param warrantyUntil its last day
 */
public record SaleView(
        @Nullable String batch,
        @Nullable LocalDate soldOn,
        @Nullable LocalDate warrantyUntil) {
    /** Nobody knows. */
    public static final SaleView UNKNOWN = new SaleView(null, null, null);
}
