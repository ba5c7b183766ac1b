package org.rescueline.security.internal;

import java.time.Instant;
import org.rescueline.security.UserView;

/**
 * A sign-in that holds, with the person as they are now: roles taken away in the meantime are gone.
 *
 * @param key the stored hash of the token as text
 * @param expiresAt the absolute end, whatever happens
 */
public record Session(String key, UserView user, Instant lastSeenAt, Instant expiresAt) {}
