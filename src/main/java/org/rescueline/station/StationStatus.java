package org.rescueline.station;

/** Where a station stands in its authorisation. Only active stations are sent out. */
public enum StationStatus {
    PREPARING,
    ACTIVE,
    SUSPENDED,
    REVOKED
}
