package org.rescueline.vehicle.gps.jt808;

/**
 * 0x0001: a terminal's answer to a command that has no answer of its own.
 *
 * @param answerSerial serial of the command
 * @param answerId message id of the command
 * @param result 0 done, 1 failed, 2 message wrong, 3 not supported; other values are taken as failed
 */
public record TerminalAck(int answerSerial, int answerId, int result) implements TerminalMessage {
    @Override
    public int messageId() {
        return MessageId.TERMINAL_ACK;
    }

    /** Whether the terminal did what it was told. */
    public boolean isDone() {
        return result == 0;
    }
}
