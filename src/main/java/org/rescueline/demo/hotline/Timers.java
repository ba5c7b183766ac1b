package org.rescueline.demo.hotline;

import java.time.Duration;

/** Runs work later on the switch's one thread. A test supplies its own and turns the hands itself. */
interface Timers {

    /** @return what cancels the work if it has not run yet */
    Runnable after(Duration delay, Runnable work);

    long nowMillis();
}
