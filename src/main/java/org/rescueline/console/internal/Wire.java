package org.rescueline.console.internal;

import io.smallrye.mutiny.Uni;

/** The line to one page. */
public interface Wire {

    /** Sends the text; completes when it has left for the network, so that whoever waits feels a slow page. */
    Uni<Void> send(String text);

    /** Hangs up, saying why. */
    void close(LiveClosing reason);
}
