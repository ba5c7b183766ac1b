package org.rescueline.bench;

import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** How many frames one core turns into messages in a second: {@link FrameDecoding} under JMH. */
final class DecodeBench implements Benchmark {

    @Override
    public void run(Metrics metrics) throws Exception {
        metrics.put("framesPerSecond", Math.round(framesPerSecond()));
    }

    /** The raw limit that other benchmarks compare with. */
    static double framesPerSecond() throws RunnerException {
        var options = new OptionsBuilder()
                .include(FrameDecoding.class.getName())
                .shouldFailOnError(true)
                .build();
        return new Runner(options).runSingle().getPrimaryResult().getScore();
    }
}
