package org.rescueline.vehicle.gps.jt808;

import java.util.List;

/**
 * 0x0104: a terminal's settings, because it was asked.
 *
 * @param answerSerial serial of the question
 */
public record ParameterAnswer(int answerSerial, List<TerminalParameter> parameters) implements TerminalMessage {
    public ParameterAnswer {
        parameters = List.copyOf(parameters);
    }

    @Override
    public int messageId() {
        return MessageId.PARAMETER_ANSWER;
    }
}
