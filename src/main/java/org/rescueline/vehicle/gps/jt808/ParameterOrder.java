package org.rescueline.vehicle.gps.jt808;

import java.util.List;

/** 0x8103: changes settings of the terminal. Answered with 0x0001. */
public record ParameterOrder(List<TerminalParameter> parameters) implements PlatformMessage {
    /** What the count can tell. */
    public static final int MOST_PARAMETERS = 255;

    public ParameterOrder {
        parameters = List.copyOf(parameters);
        if (parameters.size() > MOST_PARAMETERS) {
            throw new IllegalArgumentException("at most " + MOST_PARAMETERS + " parameters are set at once");
        }
    }

    @Override
    public int messageId() {
        return MessageId.PARAMETER_ORDER;
    }
}
