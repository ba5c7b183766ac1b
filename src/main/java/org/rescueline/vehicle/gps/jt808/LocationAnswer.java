package org.rescueline.vehicle.gps.jt808;

/**
 * 0x0201: where the terminal is, because it was asked.
 *
 * @param answerSerial serial of the {@link LocationQuery}
 */
public record LocationAnswer(int answerSerial, LocationReport report) implements TerminalMessage {
    @Override
    public int messageId() {
        return MessageId.LOCATION_ANSWER;
    }
}
