package org.rescueline.station;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * When a station can be sent out: around the clock when it is open at night, otherwise daily between two times of its
 * own zone.
 *
 * @param night open day and night; the two times then only say when the workshop itself is manned
 * @param closesAt exclusive; earlier than {@code opensAt} when the day ends after midnight
 */
public record OpeningHours(boolean night, LocalTime opensAt, LocalTime closesAt, ZoneId zone) {

    /** Whether somebody can be sent out at that moment. */
    public boolean isOpenAt(Instant at) {
        return night || isDayAt(at);
    }

    /** Whether the moment lies within the daily hours. Equal times mean the whole day. */
    public boolean isDayAt(Instant at) {
        var time = at.atZone(zone).toLocalTime();
        if (opensAt.equals(closesAt)) {
            return true;
        }
        return opensAt.isBefore(closesAt)
                ? !time.isBefore(opensAt) && time.isBefore(closesAt)
                : !time.isBefore(opensAt) || time.isBefore(closesAt);
    }
}
