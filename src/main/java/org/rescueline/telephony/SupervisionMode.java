package org.rescueline.telephony;

/** How a supervisor joins a call. */
public enum SupervisionMode {
    /** Hears both, is heard by nobody. */
    LISTEN,
    /** Is heard by the operator alone. */
    WHISPER,
    /** Is heard by both. */
    BARGE
}
