package org.rescueline.vehicle.gps.jt808;

/** 0x8107: what are you? Answered with 0x0107. */
public record AttributeQuery() implements PlatformMessage {
    @Override
    public int messageId() {
        return MessageId.ATTRIBUTE_QUERY;
    }
}
