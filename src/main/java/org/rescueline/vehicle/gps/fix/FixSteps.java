package org.rescueline.vehicle.gps.fix;

import java.util.List;
import java.util.function.Consumer;

/**
 * The steps in their order:
 *
 * <ol>
 *   <li>{@link DropsUnfixed}: validity – the sender's own word first;
 *   <li>{@link CorrectsHemisphere}: before anything looks at the degrees;
 *   <li>{@link DropsOffEarth}: afterwards they are a place;
 *   <li>{@link DropsZero};
 *   <li>{@link ChecksClock}: before anything compares times;
 *   <li>{@link DropsDuplicate}: before late, or every repeated old report would be kept again;
 *   <li>{@link SetsAsideLate};
 *   <li>{@link DropsJump}: last, since it compares with the newest position only.
 * </ol>
 */
public final class FixSteps {
    private final List<FixStep> steps;
    private final Consumer<Correction> corrected;

    /** The steps with their limits; {@code corrected} is told of each correction. */
    public FixSteps(FixLimits limits, Consumer<Correction> corrected) {
        this.corrected = corrected;
        this.steps = List.of(
                new DropsUnfixed(),
                new CorrectsHemisphere(),
                new DropsOffEarth(),
                new DropsZero(),
                new ChecksClock(limits),
                new DropsDuplicate(),
                new SetsAsideLate(),
                new DropsJump(limits));
    }

    /** Walks one fix through the steps. The caller holds the lock of {@code track}. */
    public Judgement judge(Fix reported, TerminalTrack track) {
        Fix fix = reported;
        for (FixStep step : steps) {
            StepResult result = step.take(fix, track);
            if (result instanceof StepResult.Corrects corrects) {
                corrected.accept(corrects.correction());
                fix = corrects.fix();
            } else if (result instanceof StepResult.Drops drops) {
                return new Judgement(Judgement.Kind.DROPPED, fix, drops.reason());
            } else if (result instanceof StepResult.SetsAside aside) {
                return new Judgement(Judgement.Kind.SET_ASIDE, fix, aside.reason());
            }
        }
        return new Judgement(Judgement.Kind.TAKEN, fix, null);
    }
}
