package org.rescueline.security;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The person who is about to read something. Unlike {@link CurrentUser} it outlives a request, so the live feed keeps
 * one for each connection.
 */
public record Viewer(UUID userId, String name, Set<Role> roles, Optional<String> extension) {

    public Viewer {
        roles = Set.copyOf(roles);
    }

    /** A user as a viewer. */
    public static Viewer of(UserView user) {
        return new Viewer(user.id(), user.username(), user.roles(), Optional.ofNullable(user.extension()));
    }

    /** Tells whether the viewer holds the role. */
    public boolean has(Role role) {
        return roles.contains(role);
    }

    /** Tells whether the viewer holds at least one of the roles. */
    public boolean hasAny(Role... wanted) {
        for (var role : wanted) {
            if (roles.contains(role)) {
                return true;
            }
        }
        return false;
    }

    /** Tells whether the viewer's role alone lets them read numbers in clear, whoever works the case. */
    public boolean readsNumbersByRole() {
        return hasAny(Role.SUPERVISOR, Role.ADMIN);
    }
}
