package org.rescueline.security.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import java.util.Set;
import org.rescueline.security.SecurityConfig;

/**
 * The cookie that carries the session's token: out of reach of scripts ({@code HttpOnly}), never sent along from another
 * site's page ({@code SameSite=Strict}), and {@code Secure} unless the page was reached by plain HTTP on this machine.
 * It has no {@code Max-Age}: closing the browser ends it, whatever the server still remembers.
 */
@ApplicationScoped
class SessionCookie {

    static final String NAME = "rescueline-session";

    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private final SecurityConfig.CookieSecurity security;

    SessionCookie(SecurityConfig config) {
        this.security = config.session().cookieSecure();
    }

    /** The cookie for a page reached by this scheme and host. */
    NewCookie holding(String token, String scheme, String host) {
        return cookie(scheme, host).value(token).build();
    }

    /** The cookie that makes the browser forget it. */
    NewCookie removed(String scheme, String host) {
        return cookie(scheme, host).value("").maxAge(0).build();
    }

    private NewCookie.Builder cookie(String scheme, String host) {
        return new NewCookie.Builder(NAME)
                .path("/")
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.STRICT)
                .secure(isSecure(scheme, host));
    }

    private boolean isSecure(String scheme, String host) {
        return switch (security) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO -> scheme.equals("https") || !LOOPBACK_NAMES.contains(host);
        };
    }
}
