package org.rescueline.demo.staff;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.rescueline.rescue.Advance;
import org.rescueline.rescue.RescueJobView;
import org.rescueline.rescue.RescueStage;
import org.rescueline.shared.Provenance;

/**
 * How an invented station works: when it takes the next step, and which. Drawn from the job and its stage, so a restart
 * goes on where the last run stopped. Hours on the road are played in minutes.
 */
final class StationHabits {

    private static final int DECLINES_PERCENT = 8;
    private static final int DOES_NOT_ANSWER_PERCENT = 5;
    private static final int WAITS_FOR_PARTS_PERCENT = 12;

    private StationHabits() {}

    /** The step that the station takes now; empty while it is busy with the stage it is in. */
    static Optional<Advance> findStep(RescueJobView job, Instant now) {
        var random = new Random(job.id().getLeastSignificantBits() + job.stage().ordinal() + job.version());
        if (now.isBefore(job.stageSince().plus(lasts(job.stage(), random)))) {
            return Optional.empty();
        }
        return next(job.stage(), random).filter(step -> job.allowedTransitions().contains(step.to()));
    }

    private static Duration lasts(RescueStage stage, Random random) {
        return switch (stage) {
            case OFFERED -> Duration.ofSeconds(10 + random.nextInt(30));
            case ACCEPTED -> Duration.ofSeconds(40 + random.nextInt(80));
            case DEPARTED -> Duration.ofSeconds(150 + random.nextInt(240));
            case ARRIVED -> Duration.ofSeconds(20 + random.nextInt(40));
            case INSPECTING -> Duration.ofSeconds(60 + random.nextInt(90));
            case REPAIRING, WAITING_FOR_PARTS, SECOND_TRIP -> Duration.ofSeconds(180 + random.nextInt(240));
            case COMPLETED -> Duration.ofSeconds(60 + random.nextInt(60));
            case CALLBACK -> Duration.ofSeconds(120 + random.nextInt(120));
            case PENDING, DECLINED, UNANSWERED, CLOSED, CANCELLED -> Duration.ofDays(1);
        };
    }

    private static Optional<Advance> next(RescueStage stage, Random random) {
        int dice = random.nextInt(100);
        return switch (stage) {
            case OFFERED -> Optional.of(answer(dice));
            case ACCEPTED -> told(RescueStage.DEPARTED);
            case DEPARTED -> told(RescueStage.ARRIVED);
            case ARRIVED -> told(RescueStage.INSPECTING);
            case INSPECTING -> told(RescueStage.REPAIRING);
            case REPAIRING ->
                dice < WAITS_FOR_PARTS_PERCENT ? told(RescueStage.WAITING_FOR_PARTS) : told(RescueStage.COMPLETED);
            case WAITING_FOR_PARTS, SECOND_TRIP -> told(RescueStage.REPAIRING);
            case COMPLETED -> told(RescueStage.CALLBACK);
            case CALLBACK -> told(RescueStage.CLOSED);
            case PENDING, DECLINED, UNANSWERED, CLOSED, CANCELLED -> Optional.empty();
        };
    }

    private static Advance answer(int dice) {
        if (dice < DECLINES_PERCENT) {
            return new Advance(RescueStage.DECLINED, "演示：技师都在外出", null, Provenance.TOLD);
        }
        if (dice < DECLINES_PERCENT + DOES_NOT_ANSWER_PERCENT) {
            return new Advance(RescueStage.UNANSWERED, "演示：值班电话无人接", null, Provenance.MEASURED);
        }
        return new Advance(RescueStage.ACCEPTED, null, null, Provenance.TOLD);
    }

    private static Optional<Advance> told(RescueStage to) {
        return Optional.of(new Advance(to, null, null, Provenance.TOLD));
    }
}
