package org.rescueline.rescue;

import org.jspecify.annotations.Nullable;
import org.rescueline.shared.Provenance;

/**
 * The next stage of a job.
 *
 * @param to any stage the job may go to but OFFERED, which needs a station
 * @param reason needed for some stages, see {@link RescueJobView#reasonNeeded()}
 * @param note anything worth keeping
 * @param provenance how it is known; told when nobody says
 */
public record Advance(
        RescueStage to,
        @Nullable String reason,
        @Nullable String note,
        @Nullable Provenance provenance) {}
