package org.rescueline.vehicle;

/** What came of an order to a terminal. */
public enum TerminalOrderOutcome {
    /** It did what it was told, or answered what it was asked. */
    DONE,
    /** It said that it could not. */
    FAILED,
    /** It said that it does not know such an order. */
    NOT_SUPPORTED,
    /** None of the vehicle's terminals is connected; nothing was sent. */
    OFFLINE,
    /** Its connection ended before it answered: perhaps done, perhaps not. */
    GONE,
    /** It did not answer before {@code rescueline.gps.order-timeout}: perhaps done, perhaps not. */
    NO_ANSWER
}
