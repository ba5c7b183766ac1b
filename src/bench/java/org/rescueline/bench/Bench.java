package org.rescueline.bench;

import java.util.Map;
import java.util.TreeMap;

/** Runs the benchmark that the command line names. */
public final class Bench {

    private static final Map<String, Benchmark> BENCHMARKS = new TreeMap<>(Map.ofEntries(
            Map.entry("callbacks", new CallbacksBench()),
            Map.entry("calls", new CallsBench()),
            Map.entry("connections", new ConnectionsBench()),
            Map.entry("console", new ConsoleBench()),
            Map.entry("decode", new DecodeBench()),
            Map.entry("events", new EventsBench()),
            Map.entry("faults", new FaultsBench()),
            Map.entry("fold", new FoldBench()),
            Map.entry("nearest", new NearestBench()),
            Map.entry("pops", new PopsBench()),
            Map.entry("positions", new PositionsBench()),
            Map.entry("start", new StartBench())));

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
