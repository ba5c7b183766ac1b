package org.rescueline.vehicle.gps.jt808;

/** 0x8201: where are you? Answered by a {@link LocationAnswer} that names this message's serial. */
public record LocationQuery() implements PlatformMessage {
    @Override
    public int messageId() {
        return MessageId.LOCATION_QUERY;
    }
}
