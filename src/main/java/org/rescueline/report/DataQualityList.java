package org.rescueline.report;

/** The work lists of wrong data. */
public enum DataQualityList {
    /** It reports, and nobody has said which vehicle it is in. */
    TERMINAL_WITHOUT_VEHICLE,
    /** No terminal of the vehicle has been heard of for {@code rescueline.vehicle.silent-after}. */
    VEHICLE_SILENT,
    /** Reports without time, or with one of the future or of long ago. */
    CLOCK_WRONG,
    /** It drives by its own word, and its place does not change. */
    FIX_FROZEN,
    /** Nobody can ring the station at night. */
    STATION_WITHOUT_DUTY_PHONE
}
