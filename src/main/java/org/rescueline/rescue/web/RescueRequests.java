package org.rescueline.rescue.web;

import jakarta.validation.constraints.NotNull;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rescueline.rescue.Advance;
import org.rescueline.rescue.Assign;
import org.rescueline.rescue.BlockedReason;
import org.rescueline.rescue.RescueStage;
import org.rescueline.shared.Provenance;
import org.rescueline.station.Capability;

/** The bodies of requests about jobs. */
final class RescueRequests {

    private RescueRequests() {}

    /** A rescue for this case. */
    record New(@NotNull UUID eventId) {}

    /** What the station must be able to do; derived from the case when absent. */
    record Rank(@Nullable Set<Capability> need) {}

    /** A choice of station, see {@link Assign}. */
    record AssignStation(
            @NotNull UUID stationId,
            @NotNull UUID rankingId,
            @Nullable String overrideReason,
            @Nullable String reassignReason) {

        Assign toAssign() {
            return new Assign(stationId, rankingId, overrideReason, reassignReason);
        }
    }

    /** A step, see {@link Advance}. */
    record Step(
            @NotNull RescueStage to,
            @Nullable String reason,
            @Nullable String note,
            @Nullable Provenance provenance) {

        Advance toAdvance() {
            return new Advance(to, reason, note, provenance);
        }
    }

    /** What keeps the job from going on. */
    record Blocked(@Nullable BlockedReason reason, @Nullable String note) {}

    /** A supervisor's word about a long trip. */
    record Approval(@Nullable String note) {}
}
