package org.rescueline.station;

/** Something missing from a station's record that will hurt at night. */
public enum DataGap {
    NO_DUTY_PHONE,
    NO_CAPABILITY,
    NO_RESCUE_VAN,
    NO_HEAD_PHONE
}
