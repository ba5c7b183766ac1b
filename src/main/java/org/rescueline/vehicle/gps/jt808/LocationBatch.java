package org.rescueline.vehicle.gps.jt808;

import java.util.List;

/**
 * 0x0704: positions that the terminal kept, because it reports in batches or had no network.
 *
 * @param kind why they come together
 * @param reports those that could be read, in the order in which they stand in the message
 * @param unreadable how many more the message holds whose bytes are no report
 */
public record LocationBatch(Kind kind, List<LocationReport> reports, int unreadable) implements TerminalMessage {
    /** Why several positions come in one message. */
    public enum Kind {
        /** The terminal reports in batches as a habit. */
        REGULAR,
        /** It had no network: what it kept in the blind area. */
        BLIND_AREA
    }

    public LocationBatch {
        reports = List.copyOf(reports);
    }

    /** A batch of which everything can be read. */
    public static LocationBatch of(Kind kind, List<LocationReport> reports) {
        return new LocationBatch(kind, reports, 0);
    }

    @Override
    public int messageId() {
        return MessageId.LOCATION_BATCH;
    }
}
