package org.rescueline.console.internal;

import io.smallrye.mutiny.Uni;
import java.util.function.Consumer;

/** The line between nodes: what one says, all hear, itself included; unless it gets lost. */
interface NodeLine {

    /** Says a word. Words of one node are heard in the order in which they were said; fails when nobody could hear it. */
    Uni<Void> say(String word);

    /** Listens for as long as the service runs; the listener gets one word after the other. */
    void listen(Consumer<String> listener);
}
