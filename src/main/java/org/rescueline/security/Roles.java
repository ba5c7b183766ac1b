package org.rescueline.security;

/**
 * The names of {@link Role} as constants, because {@code @RolesAllowed} takes nothing else. A test keeps both lists
 * equal.
 */
public final class Roles {
    public static final String OPERATOR = "OPERATOR";
    public static final String DISPATCHER = "DISPATCHER";
    public static final String SUPERVISOR = "SUPERVISOR";
    public static final String ADMIN = "ADMIN";
    public static final String STATION = "STATION";
    public static final String FEED = "FEED";
    public static final String MONITOR = "MONITOR";

    private Roles() {}
}
