package org.rescueline.security;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A change to a user; what is {@code null} stays as it is.
 *
 * @param extension an empty {@code Optional} takes the extension away
 */
@SuppressWarnings("OptionalUsedAsFieldOrParameterType") // three cases: keep, take away, set
public record UserEdit(
        @Nullable String displayName,
        @Nullable Set<Role> roles,
        @Nullable Optional<String> extension,
        @Nullable String language,
        @Nullable Boolean active) {}
