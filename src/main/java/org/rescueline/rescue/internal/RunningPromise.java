package org.rescueline.rescue.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.rescueline.rescue.PromiseKind;
import org.rescueline.rescue.RescueJobView;

/** The clock of a job, as columns of its row. */
@Embeddable
class RunningPromise {

    @Enumerated(EnumType.STRING)
    @Column(name = "promise_kind")
    private PromiseKind kind;

    @Column(name = "promise_started_at")
    private Instant startedAt;

    @Column(name = "promise_due_at")
    private Instant dueAt;

    @Column(name = "promise_minutes")
    private int minutes;

    @Column(name = "promise_broken_at")
    private @Nullable Instant brokenAt;

    @SuppressWarnings("NullAway.Init") // filled by the database
    RunningPromise() {}

    RunningPromise(PromiseKind kind, Instant startedAt, int minutes) {
        this.kind = kind;
        this.startedAt = startedAt;
        this.minutes = minutes;
        this.dueAt = startedAt.plus(Duration.ofMinutes(minutes));
    }

    RescueJobView.Promise view() {
        return new RescueJobView.Promise(kind, startedAt, dueAt, minutes, brokenAt);
    }
}
