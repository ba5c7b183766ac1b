package org.rescueline.vehicle.gps.jt808;

/** 0x8104: all your settings, please. Answered with 0x0104. */
public record ParameterQuery() implements PlatformMessage {
    @Override
    public int messageId() {
        return MessageId.PARAMETER_QUERY;
    }
}
