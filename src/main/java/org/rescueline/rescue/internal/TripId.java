package org.rescueline.rescue.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A job's first, second, third leg. */
@Embeddable
class TripId implements Serializable {

    private static final long serialVersionUID = 1;

    @Column(name = "job_id")
    private UUID jobId;

    private int number;

    @SuppressWarnings("NullAway.Init") // filled by the database
    TripId() {}

    TripId(UUID jobId, int number) {
        this.jobId = jobId;
        this.number = number;
    }

    TripId next() {
        return new TripId(jobId, number + 1);
    }

    UUID jobId() {
        return jobId;
    }

    int number() {
        return number;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TripId trip && trip.number == number && trip.jobId.equals(jobId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(jobId, number);
    }
}
