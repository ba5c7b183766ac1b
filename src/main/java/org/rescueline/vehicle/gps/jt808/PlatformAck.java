package org.rescueline.vehicle.gps.jt808;

/**
 * 0x8001: the platform's general answer.
 *
 * @param answerSerial serial of the message answered
 * @param answerId id of the message answered
 */
public record PlatformAck(int answerSerial, int answerId, Result result) implements PlatformMessage {
    /** What became of the message; the ordinal is the standard's number. */
    public enum Result {
        /** Taken. */
        DONE,
        /** Not taken: the terminal is not (or no longer) authenticated. */
        FAILED,
        /** The body could not be read. */
        WRONG_MESSAGE,
        /** No such message is spoken here. */
        NOT_SUPPORTED,
        /** The alarm was taken note of by a person. */
        ALARM_CONFIRMED
    }

    @Override
    public int messageId() {
        return MessageId.PLATFORM_ACK;
    }
}
