package org.rescueline.security.internal;

/** What the audit tells of. */
public enum AuditKind {
    SIGNED_IN,
    SIGN_IN_REFUSED,
    SIGN_IN_THROTTLED,
    SIGNED_OUT,
    PASSWORD_CHANGED,
    PASSWORD_RESET,
    USER_CREATED,
    USER_CHANGED,
    KEY_CREATED,
    KEY_REVOKED,
    NUMBER_UNMASKED
}
