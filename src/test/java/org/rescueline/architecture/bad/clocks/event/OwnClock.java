package org.rescueline.architecture.bad.clocks.event;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;

/** Reads every clock but the one. */
class OwnClock {

    List<Object> times() {
        return List.of(
                Instant.now(),
                LocalDate.now(ZoneOffset.UTC),
                Clock.systemUTC(),
                System.currentTimeMillis(),
                new Date());
    }

    Instant allowed(Clock clock) {
        return LocalDate.now(clock).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
