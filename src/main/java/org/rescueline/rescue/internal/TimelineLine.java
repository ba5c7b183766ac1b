package org.rescueline.rescue.internal;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rescueline.event.TimelineEntry;
import org.rescueline.shared.Actor;
import org.rescueline.shared.Provenance;

/** A line about a job for the case's timeline, before it is written; absent facts are left out of it. */
final class TimelineLine {

    private final String kind;
    private final Map<String, Object> arguments = new HashMap<>();

    private TimelineLine(String kind) {
        this.kind = kind;
    }

    static TimelineLine about(JobEntity job, String kind) {
        return new TimelineLine(kind).with("jobId", job.id().toString()).with("jobNumber", job.number());
    }

    TimelineLine with(String name, @Nullable Object value) {
        if (value instanceof Number || value instanceof Boolean) {
            arguments.put(name, value);
        } else if (value != null) {
            arguments.put(name, value.toString());
        }
        return this;
    }

    TimelineEntry by(Actor actor, Provenance provenance, Instant at) {
        return new TimelineEntry(at, actor, kind, provenance, arguments);
    }
}
