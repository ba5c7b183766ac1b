package org.rescueline.vehicle;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a terminal answered to a question.
 *
 * @param parameters its settings; empty unless they were asked for and told
 * @param attributes what it is; null unless that was asked and told
 */
public record TerminalAnswerView(
        TerminalOrderView order,
        List<TerminalParameterView> parameters,
        @Nullable Attributes attributes) {

    public TerminalAnswerView {
        parameters = List.copyOf(parameters);
    }

    /**
     * What a terminal is, by its own word.
     *
     * @param iccid of its SIM card
     */
    public record Attributes(
            String manufacturer,
            String model,
            String deviceId,
            String iccid,
            String hardwareVersion,
            String firmwareVersion) {}
}
