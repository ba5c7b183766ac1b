package org.rescueline.security;

/** What people of other rooms do that must stand in the audit. */
public enum AuditedAct {
    RECORDING_HEARD,
    RECORDING_HELD,
    RECORDING_RELEASED,
    CALL_LISTENED,
    CALL_WHISPERED,
    CALL_BARGED,
    OPERATOR_PAUSED,
    OPERATOR_UNPAUSED,
    CALL_TAKEN_OVER,
    DESK_TAKEN_AWAY
}
