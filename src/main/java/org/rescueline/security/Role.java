package org.rescueline.security;

/** What a person or a machine may do. One person may hold several roles at once, as happens at night. */
public enum Role {
    /** Answers the hotline and keeps the event. */
    OPERATOR,
    /** Chooses the station and watches the clock. */
    DISPATCHER,
    /** Checks the duty phones, reads the figures, sees numbers unmasked. */
    SUPERVISOR,
    /** Manages accounts, keys and tables. */
    ADMIN,
    /** A station with a signed link to one job. */
    STATION,
    /** A machine that delivers positions. */
    FEED,
    /** A machine that reads the metrics. */
    MONITOR;

    /** Tells whether the role belongs to a machine with a bearer key and never to a person. */
    public boolean isForMachines() {
        return this == FEED || this == MONITOR;
    }

    /** Tells whether a signed-in person may hold the role. */
    public boolean isForPeople() {
        return switch (this) {
            case OPERATOR, DISPATCHER, SUPERVISOR, ADMIN -> true;
            case STATION, FEED, MONITOR -> false;
        };
    }
}
