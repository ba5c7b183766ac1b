package org.rescueline.vehicle.gps.jt808;

import java.util.List;

/**
 * 0x8003: parts of a message are missing and shall be sent again. The edition of 2019 lets a terminal ask the platform
 * the same (0x0005), which is not spoken here since nothing we say needs parts.
 *
 * @param firstSerial serial of the message's first part
 * @param parts the missing ones, counted from 1
 */
public record PartRequest(int firstSerial, List<Integer> parts) implements PlatformMessage {
    /** What the count of 2013 can tell. */
    public static final int MOST_PARTS = 255;

    public PartRequest {
        parts = List.copyOf(parts);
        if (parts.size() > MOST_PARTS) {
            throw new IllegalArgumentException("at most " + MOST_PARTS + " parts can be asked for at once");
        }
    }

    @Override
    public int messageId() {
        return MessageId.PART_REQUEST;
    }
}
