package org.rescueline.rescue.internal;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rescueline.rescue.Assign;
import org.rescueline.rescue.RescueStage;
import org.rescueline.shared.Failure;
import org.rescueline.station.Ranking;
import org.rescueline.station.Ranking.Candidate;

/**
 * Whether a station may be asked, given the list that was on the screen:
 *
 * <ul>
 *   <li>a listed candidate is chosen freely, any other station with a reason;
 *   <li>the station that has the job in hand is not asked again, unless it never answered;
 *   <li>once a station has said yes, taking the job away from it needs a reason.
 * </ul>
 */
final class JudgesChoice {

    /**
     * What was chosen.
     *
     * @param candidate the line of the list; absent when the list left the station out
     * @param reason why it was chosen although it was left out, or why the job was taken from another
     */
    record Choice(Optional<Candidate> candidate, @Nullable String reason) {}

    private JudgesChoice() {}

    static Choice judge(JobEntity job, Ranking shown, Assign choice) {
        requireAnotherStation(job, choice);
        var override = GuardsChange.text("overrideReason", choice.overrideReason());
        var reassign = GuardsChange.text("reassignReason", choice.reassignReason());
        var candidate = shown.candidates().stream()
                .filter(listed -> listed.station().id().equals(choice.stationId()))
                .findFirst();
        if (candidate.isEmpty() && override == null) {
            throw Failure.invalid("overrideReason", "rescue.override-reason-missing");
        }
        // One reason may stand for both: whoever overrides the list at this point has said why.
        var reason = reassign == null ? override : reassign;
        if (isUnderWay(job.stage()) && reason == null) {
            throw Failure.invalid("reassignReason", "rescue.reassign-reason-missing");
        }
        return new Choice(candidate, override == null ? reassign : override);
    }

    private static void requireAnotherStation(JobEntity job, Assign choice) {
        if (job.stage().occupiesStation() && choice.stationId().equals(job.stationId())) {
            throw Failure.conflict(
                    "rescue.same-station",
                    Map.of("number", job.number(), "stage", job.stage().name()));
        }
    }

    private static boolean isUnderWay(RescueStage stage) {
        return switch (stage) {
            case PENDING, OFFERED, DECLINED, UNANSWERED -> false;
            case ACCEPTED,
                    DEPARTED,
                    ARRIVED,
                    INSPECTING,
                    REPAIRING,
                    WAITING_FOR_PARTS,
                    SECOND_TRIP,
                    COMPLETED,
                    CALLBACK -> true;
            case CLOSED, CANCELLED -> false;
        };
    }
}
