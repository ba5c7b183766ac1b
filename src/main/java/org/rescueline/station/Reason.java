package org.rescueline.station;

import java.util.Map;

/**
 * Why a station stands where it stands in a ranking.
 *
 * @param arguments what the sentence names: plain values only
 */
public record Reason(Sign sign, Code code, Map<String, Object> arguments) {

    public Reason {
        arguments = Map.copyOf(arguments);
    }

    /** Speaks for the station. */
    public static Reason inFavour(Code code, Map<String, Object> arguments) {
        return new Reason(Sign.FOR, code, arguments);
    }

    /** Speaks against the station, or keeps it out. */
    public static Reason against(Code code, Map<String, Object> arguments) {
        return new Reason(Sign.AGAINST, code, arguments);
    }

    /** Which way a reason points. */
    public enum Sign {
        FOR,
        AGAINST
    }

    /** What the reason is; the words are the console's. */
    public enum Code {
        /** No station that can go is nearer. */
        NEAREST,
        /** Can do all that is needed: {@code capabilities}. */
        HAS_CAPABILITY,
        /** It is outside daily hours, and this station goes at night. */
        OPEN_AT_NIGHT,
        /** A van is free: {@code vans}, {@code openJobs}. */
        VAN_FREE,
        /** The duty phone was answered when last checked: {@code at}, {@code ringSeconds}. */
        ANSWERED_LAST_CHECK,
        /** Four or five stars: {@code stars}. */
        HIGH_STAR_GRADE,
        /** The duty phone was not answered when last checked: {@code at}, {@code verdict}. */
        MISSED_LAST_CHECK,
        /** Has jobs in hand: {@code openJobs}. */
        BUSY_JOBS,
        /** Every van is out or there is none: {@code vans}, {@code openJobs}, {@code waitMinutes}. */
        ALL_VANS_OUT,
        /** Further than agreed: {@code radiusKm}. */
        OUTSIDE_RADIUS,
        /** Outside its hours: {@code opensAt}, {@code closesAt}. */
        CLOSED_AT_NIGHT,
        /** Cannot do what is needed: {@code missing}. */
        NOT_ABLE,
        /** Not authorised at present: {@code status}. */
        NOT_ACTIVE,
        /** There is no telephone on which to offer the job. */
        NO_DUTY_PHONE
    }
}
