package org.rescueline.vehicle;

import org.rescueline.vehicle.gps.jt808.TerminalPhone;

/**
 * A terminal to fit to a vehicle. One that has reported before keeps its history and its code.
 *
 * @param terminalPhone with or without zeros in front
 */
public record NewTerminal(String terminalPhone, TerminalProtocol protocol) {
    public NewTerminal {
        terminalPhone = TerminalPhone.canonical(terminalPhone);
    }
}
