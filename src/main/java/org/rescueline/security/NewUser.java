package org.rescueline.security;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is needed to create a user.
 *
 * @param username 2–64 letters, digits, dot, hyphen or underscore; kept in lower case
 * @param password the first password, in clear; it is hashed before anything is stored
 * @param roles at least one role for people
 * @param extension 2–8 digits, or absent for somebody without a telephone
 * @param language {@code zh} or {@code en}; absent means {@code zh}
 */
public record NewUser(
        String username,
        String displayName,
        String password,
        Set<Role> roles,
        @Nullable String extension,
        @Nullable String language) {

    @Override
    public String toString() {
        return "NewUser[" + username + ", " + roles + "]";
    }
}
