package org.rescueline.vehicle.gps.jt808;

/**
 * 0x8001: the platform's general answer.
 *
 * @param answerSerial serial of the message answered
 * @param answerId id of the message answered
 */
public record PlatformAck(int answerSerial, int answerId, Result result) implements PlatformMessage {
    /** What became of the message. */
    public enum Result {
        /** Taken. */
        DONE(0),
        /** Not taken: the terminal is not (or no longer) authenticated. */
        FAILED(1),
        /** The body could not be read. */
        WRONG_MESSAGE(2),
        /** No such message is spoken here. */
        NOT_SUPPORTED(3),
        /** The alarm was taken note of by a person. */
        ALARM_CONFIRMED(4);

        private final int number;

        Result(int number) {
            this.number = number;
        }

        /** The standard's number. */
        public int number() {
            return number;
        }
    }

    @Override
    public int messageId() {
        return MessageId.PLATFORM_ACK;
    }
}
