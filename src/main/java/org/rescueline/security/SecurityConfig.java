package org.rescueline.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import org.rescueline.shared.Limit;

/** What an operator of the system may set about sign-in, sessions and keys. */
@ConfigMapping(prefix = "rescueline.security")
public interface SecurityConfig {

    /**
     * The password of the account {@code admin}, created when there is no user at all and the demo is off. Set it in the
     * environment as {@code RESCUELINE_SECURITY_ADMIN_PASSWORD}; it is not read again once a user exists.
     */
    Optional<String> adminPassword();

    Session session();

    SignIn signIn();

    Password password();

    Audit audit();

    /** How long a sign-in lasts. */
    interface Session {

        /** Without a request and without an open console for this long, the session ends. */
        @WithDefault("30m")
        Duration idle();

        /** However busy, the session ends this long after sign-in: a shift and its hand-over. */
        @WithDefault("14h")
        Duration absolute();

        /** How long one node may trust what it read about a session; a change on another node is seen after this. */
        @WithDefault("5s")
        Duration cache();

        /**
         * When the cookie is marked {@code Secure}: AUTO marks it unless the page was reached by plain HTTP on this very
         * machine.
         */
        @WithDefault("AUTO")
        CookieSecurity cookieSecure();
    }

    /** When the session cookie is marked {@code Secure}. */
    enum CookieSecurity {
        AUTO,
        ALWAYS,
        NEVER
    }

    /** How many wrong passwords are borne. */
    interface SignIn {

        /** Failures of one account from one address within the window before that pair has to wait. */
        @WithDefault("5")
        @Limit(min = 1)
        int failuresPerAccountAndAddress();

        /** Failures from one address within the window, whatever the accounts: against trying one password on many. */
        @WithDefault("50")
        @Limit(min = 1)
        int failuresPerAddress();

        /** The window in which failures are counted; also how long the wait lasts, counted from the first failure. */
        @WithDefault("15m")
        Duration window();
    }

    /** What a password must be and how it is kept. */
    interface Password {

        /** Fewer characters are refused. The demo's own accounts are exempt. */
        @WithDefault("10")
        @Limit(min = 8)
        int minimumLength();

        /** Cost of bcrypt as a power of two. */
        @WithDefault("11")
        @Limit(min = 4, max = 16)
        int bcryptCost();

        /** A password check that has not ended by then is given up; the person is told to try again. */
        @WithDefault("10s")
        Duration checkTimeout();
    }

    /** How looks at numbers are kept. */
    interface Audit {

        /** The same viewer reading the same number again within this time is one look. */
        @WithDefault("1h")
        Duration sameLook();

        /** Looks waiting to be written; when this many wait, numbers are masked for everyone. */
        @WithDefault("10000")
        @Limit(min = 1)
        int buffer();
    }
}
