package org.rescueline.vehicle.gps.intake;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.rescueline.vehicle.gps.fix.Fix;

/** Takes reported positions. */
public interface PositionDesk {
    /** Takes one report. Returns at once; may be called from any thread. */
    Reception take(TrackedTerminal terminal, Fix reported);

    /**
     * For those reports whose {@link Reception#awaitsStore() sender must wait}: one question for all that were taken so
     * far. Returns at once; may be called from any thread.
     *
     * @param reports how many of them are answered then
     * @return done when they are stored; failed when they are to be sent again
     */
    CompletionStage<Void> whenStored(int reports);

    /**
     * Takes positions that a terminal kept and will send again until it is told that they are stored. Returns at once;
     * may be called from any thread.
     *
     * @return done when whatever is believed of them is stored, those of an earlier attempt included; failed when they are
     *     to be sent again
     */
    CompletionStage<Void> takeKept(TrackedTerminal terminal, List<Fix> reported);
}
