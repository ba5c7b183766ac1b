package org.rescueline.vehicle;

/**
 * A terminal that a vehicle carries.
 *
 * @param terminalPhone without zeros in front
 * @param online whether a connection of this terminal is open at this moment; never for {@link TerminalProtocol#HTTP}
 */
public record TerminalView(String terminalPhone, TerminalProtocol protocol, boolean online) {}
