package org.rescueline.bench;

import java.util.Map;
import java.util.TreeMap;

/** Runs the benchmark that the command line names. */
public final class Bench {

    private static final Map<String, Benchmark> BENCHMARKS = new TreeMap<>(Map.of(
            "callbacks", new CallbacksBench(),
            "calls", new CallsBench(),
            "connections", new ConnectionsBench(),
            "console", new ConsoleBench(),
            "decode", new DecodeBench(),
            "events", new EventsBench(),
            "faults", new FaultsBench(),
            "fold", new FoldBench(),
            "nearest", new NearestBench(),
            "positions", new PositionsBench(),
            "start", new StartBench()));

    private Bench() {}

    /** Takes one name; any other command line is answered with the names there are. */
    public static void main(String... names) throws Exception {
        var benchmark = names.length == 1 ? BENCHMARKS.get(names[0]) : null;
        if (benchmark == null) {
            System.err.println("Say which with -Dbench=NAME, one of " + BENCHMARKS.keySet());
            System.exit(2);
            return;
        }
        System.out.println("Benchmark " + names[0]);
        var metrics = new Metrics();
        benchmark.run(metrics);
        metrics.write(names[0]);
        System.exit(0);
    }
}
