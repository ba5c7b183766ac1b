package org.rescueline.security;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person who can sign in, as others may see them.
 *
 * @param username lower case, unique
 * @param roles what the person may do; never empty
 * @param extension the telephone extension the person sits at, unique among active users
 * @param language {@code zh} or {@code en}
 * @param active false when the person may no longer sign in
 * @param version counts the changes; the next edit names it
 */
public record UserView(
        UUID id,
        String username,
        String displayName,
        Set<Role> roles,
        @Nullable String extension,
        String language,
        boolean active,
        long version) {

    public UserView {
        roles = Set.copyOf(roles);
    }

    /** Tells whether this person holds the role. */
    public boolean has(Role role) {
        return roles.contains(role);
    }
}
