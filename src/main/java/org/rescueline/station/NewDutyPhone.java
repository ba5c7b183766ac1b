package org.rescueline.station;

import org.rescueline.shared.PhoneNumber;

/** A duty phone to be entered. */
public record NewDutyPhone(PhoneNumber number, String label, boolean primary) {}
