package org.rescueline.rescue.internal;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rescueline.rescue.RescueStage;
import org.rescueline.shared.Failure;
import org.rescueline.shared.Versions;

/** What is asked before any job changes: is this still the job that the editor saw, and may it go there from here? */
@Singleton
class GuardsChange {

    static final int LONGEST_TEXT = 500;

    private final JobStore jobs;
    private final JobViews views;

    GuardsChange(JobStore jobs, JobViews views) {
        this.jobs = jobs;
        this.views = views;
    }

    /** The job, locked; refused with the newer view when somebody was first. */
    Uni<JobEntity> lock(UUID jobId, long version) {
        return jobs.lock(jobId)
                .call(job -> job.version() == version
                        ? Uni.createFrom().voidItem()
                        : views.of(job).invoke(current -> Versions.check(version, job.version(), () -> current)));
    }

    static void requireAllowed(JobEntity job, RescueStage to) {
        if (!StageTable.allows(job.stage(), to)) {
            throw Failure.conflict(
                    "rescue.transition-not-allowed",
                    Map.of("number", job.number(), "from", job.stage().name(), "to", to.name()));
        }
    }

    static void requireOpen(JobEntity job) {
        if (!job.stage().isOpen()) {
            throw Failure.conflict(
                    "rescue.job-finished",
                    Map.of("number", job.number(), "stage", job.stage().name()));
        }
    }

    /** The text without blanks around it; absent when nothing is left. */
    static @Nullable String text(String field, @Nullable String written) {
        if (written == null || written.isBlank()) {
            return null;
        }
        var text = written.strip();
        if (text.length() > LONGEST_TEXT) {
            throw Failure.invalid(field, "rescue.text-too-long", Map.of("max", LONGEST_TEXT));
        }
        return text;
    }
}
