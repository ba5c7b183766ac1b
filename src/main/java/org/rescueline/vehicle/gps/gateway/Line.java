package org.rescueline.vehicle.gps.gateway;

import java.time.Duration;

/** One connection as the dialogue sees it: a way to answer. Everything but {@link #execute} on the line's own thread. */
interface Line {
    /** Sends bytes, in the order of the calls. */
    void send(byte[] frame);

    /** Ends the connection; what was sent before still goes out. */
    void close();

    /** Where the other end is, for the log. */
    String remote();

    /** The other end's address without its port. */
    String remoteHost();

    /** Runs something on the line's own thread after so long; never when the line is closed by then. */
    void after(Duration delay, Runnable task);

    /** Runs something on the line's own thread, at once when that is this one; never when the line is closed by then. */
    void execute(Runnable task);
}
