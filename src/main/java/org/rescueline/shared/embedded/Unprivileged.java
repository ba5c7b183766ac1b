package org.rescueline.shared.embedded;

import java.util.List;

/**
 * PostgreSQL refuses to run as root. Where we are root its programs run inside a user namespace of their own: there
 * they are nobody, while on disk their files stay ours.
 */
final class Unprivileged {

    private Unprivileged() {}

    /** What to put before a command line; empty for an ordinary user. */
    static List<String> prefix() {
        return "root".equals(System.getProperty("user.name")) ? List.of("unshare", "-U") : List.of();
    }
}
