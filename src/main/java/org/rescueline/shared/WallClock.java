package org.rescueline.shared;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;

/** The one clock. Everything that asks for the time has a {@link Clock} injected, so that a test can bring its own. */
@Singleton
public class WallClock {

    /** In whole milliseconds: what is kept in memory then equals what comes back from the database. */
    private static final Clock CLOCK = Clock.tickMillis(ZoneOffset.UTC);

    /** UTC: zones are a matter of the page that shows a time. */
    @Produces
    @Singleton
    @DefaultBean
    Clock clock() {
        return CLOCK;
    }

    /** For ids alone, which must not follow a clock that a test holds still. */
    static long millis() {
        return CLOCK.millis();
    }
}
