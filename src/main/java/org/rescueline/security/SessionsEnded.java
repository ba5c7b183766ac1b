package org.rescueline.security;

import java.util.UUID;

/**
 * A person signed out, was deactivated or had the password reset: what still hangs on one of their sessions ends now.
 *
 * @param userId whose sessions ended
 * @param sessionKey the one session that ended, or an empty text for all of this user's sessions
 */
public record SessionsEnded(UUID userId, String sessionKey) {

    /** Tells whether the given session of the given user is among those that ended. */
    public boolean covers(UUID user, String key) {
        return userId.equals(user) && (sessionKey.isEmpty() || sessionKey.equals(key));
    }
}
