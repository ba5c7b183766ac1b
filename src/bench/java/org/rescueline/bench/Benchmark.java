package org.rescueline.bench;

/** One measurement on real parts. */
@FunctionalInterface
interface Benchmark {

    /** Measures, and notes what it saw; progress for people goes to standard output. */
    void run(Metrics metrics) throws Exception;
}
