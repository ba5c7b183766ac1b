package org.rescueline.callback;

/**
 * Where a callback stands.
 *
 * <pre>
 * DUE → CLAIMED → DIALLING → TALKING → TO_CONFIRM → DONE
 *  ↑       │          │          └──────────┘│
 *  └───────┴──────────┴── not reached ───────┘ → GIVEN_UP after the last rung of the ladder
 * </pre>
 */
public enum CallbackState {
    /** Waits for an operator, now or from its due time on. */
    DUE,
    /** An operator has it; the order to dial is written down but not yet with the switch, as far as is known. */
    CLAIMED,
    /** The switch has taken the order; the operator's or the customer's telephone rings. */
    DIALLING,
    /** The customer's side answered. */
    TALKING,
    /** Answered and over; the operator has yet to say whether it was the right party. */
    TO_CONFIRM,
    /** The right party was reached, or called again by itself. */
    DONE,
    /** Not reached after the last attempt; a supervisor decides what else to try. */
    GIVEN_UP;

    /** Whether the matter still waits for somebody of the centre. */
    public boolean isOpen() {
        return this != DONE && this != GIVEN_UP;
    }

    /** Whether an attempt is under way whose outcome is not known. */
    public boolean isInFlight() {
        return this == CLAIMED || this == DIALLING || this == TALKING;
    }
}
