package org.rescueline.vehicle.gps.jt808;

/** The part of a header that stays the same for all frames to and from one terminal. */
public record TerminalAddress(ProtocolVersion version, String terminalPhone) {
    /** Refuses a phone that the edition's header cannot carry. */
    public TerminalAddress {
        if (!TerminalPhone.fits(terminalPhone, version)) {
            throw new IllegalArgumentException("not a terminal phone of " + version + ": " + terminalPhone);
        }
        terminalPhone = TerminalPhone.canonical(terminalPhone);
    }
}
