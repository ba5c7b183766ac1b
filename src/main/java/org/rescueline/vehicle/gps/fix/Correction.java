package org.rescueline.vehicle.gps.fix;

import java.util.Locale;

/** What was put right about a position that came in wrong. Each is counted under its own name. */
public enum Correction {
    /** The degrees got the sign that the status bits tell: no fault, only how JT/T 808 writes it. */
    HEMISPHERE,
    /** The receiver's week counter had rolled over. */
    WEEK_ROLLOVER;

    private final String label = name().toLowerCase(Locale.ROOT);

    /** The name under which this correction is counted. */
    public String label() {
        return label;
    }
}
