package org.rescueline.rescue.internal;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rescueline.rescue.RescueJobView;
import org.rescueline.rescue.RescueStage;
import org.rescueline.shared.Actor;
import org.rescueline.shared.Provenance;

/** A row of {@code rescue_stage}; never changed. */
@Entity
@Table(name = "rescue_stage")
class StageEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "job_id", nullable = false)
    private UUID jobId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private RescueStage stage;

    @Column(nullable = false)
    private Instant at;

    @Embedded
    @AttributeOverride(name = "kind", column = @Column(name = "actor_kind"))
    @AttributeOverride(name = "id", column = @Column(name = "actor_id"))
    @AttributeOverride(name = "name", column = @Column(name = "actor_name"))
    private StoredActor actor;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Provenance provenance;

    @Column(name = "station_id")
    private @Nullable UUID stationId;

    private @Nullable String reason;

    private @Nullable String note;

    @SuppressWarnings("NullAway.Init") // filled by the database
    StageEntity() {}

    StageEntity(JobEntity job, Actor actor, Provenance provenance, @Nullable String reason, @Nullable String note) {
        this.jobId = job.id();
        this.stage = job.stage();
        this.at = job.stageSince();
        this.stationId = job.stationId();
        this.actor = new StoredActor(actor);
        this.provenance = provenance;
        this.reason = reason;
        this.note = note;
    }

    UUID jobId() {
        return jobId;
    }

    RescueJobView.StageEntry view() {
        return new RescueJobView.StageEntry(stage, at, actor.actor(), provenance, stationId, reason, note);
    }
}
