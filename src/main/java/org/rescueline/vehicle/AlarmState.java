package org.rescueline.vehicle;

/** The gravest thing that a report's alarm bits say; a map of thousands can show no more than that. */
public enum AlarmState {
    /** Nothing is wrong. */
    NONE,
    /** Some alarm other than the driver's: too fast, too tired, a cable cut. */
    WARNING,
    /** The driver holds the emergency button. */
    SOS
}
