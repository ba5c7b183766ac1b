package org.rescueline.bench;

import org.rescueline.telephony.internal.ami.FoldingAlone;
import org.rescueline.telephony.internal.fold.NumberPlan;

/**
 * How many manager events one core reads and folds into calls in a second: calls that a real Asterisk 22 told, each told
 * anew after every report, as the ledger does between two writes to the database.
 */
final class FoldBench implements Benchmark {

    private static final NumberPlan PLAN =
            NumberPlan.of("PJSIP/(1[0-9]{3})-[0-9a-f]+", "PJSIP/(?:hotline-trunk|outbound)-[0-9a-f]+");
    private static final long WARM_UP = 2_000_000;
    private static final long EVENTS = 10_000_000;
    private static final double NANOS = 1e9;

    @Override
    public void run(Metrics metrics) {
        var folding = new FoldingAlone(
                PLAN, "answered-400", "answered-rings-until-operator", "abandoned-bye", "transfer-blind");
        fold(folding, WARM_UP);
        long begin = System.nanoTime();
        long events = fold(folding, EVENTS);
        metrics.put("eventsPerSecond", Math.round(events / ((System.nanoTime() - begin) / NANOS)));
        metrics.put("events", events);
    }

    private static long fold(FoldingAlone folding, long atLeast) {
        long events = 0;
        while (events < atLeast) {
            events += folding.foldAll();
        }
        return events;
    }
}
