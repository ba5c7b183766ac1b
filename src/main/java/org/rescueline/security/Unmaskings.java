package org.rescueline.security;

/** Where it is noted who read which number in clear by role alone. */
@FunctionalInterface
public interface Unmaskings {

    /**
     * Notes the look. Never waits; any thread may call.
     *
     * @return false when it cannot be kept, and then the number must not be shown
     */
    boolean note(Viewer viewer, String number);
}
