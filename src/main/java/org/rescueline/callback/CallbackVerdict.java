package org.rescueline.callback;

/** Whether the person who answered was the person who is owed the call: "answered" is not "reached". */
public enum CallbackVerdict {
    /** The right party. */
    REACHED,
    /** Somebody else, a machine, or nobody who could speak. */
    NOT_REACHED
}
