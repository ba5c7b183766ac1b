package org.rescueline.telephony;

/** Whether callers ring at a desk. Ringing and talking are told by the calls, not here. */
public enum DeskState {
    /** Takes calls. */
    READY,
    /** Takes none until the operator says so; there is a reason. */
    PAUSED,
    /** Finishes the paperwork of the last call; ends by itself. */
    WRAP_UP
}
