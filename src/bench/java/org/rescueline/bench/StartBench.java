package org.rescueline.bench;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.rescueline.testkit.RunningService;

/**
 * How long the packaged program takes until it is ready, as a fresh checkout starts it: embedded parts, the demo, no
 * option for the virtual machine. First over an empty directory, where the parts are unpacked and the tables made, then
 * over what the first start left.
 */
final class StartBench implements Benchmark {

    private static final int LATER_STARTS = 3;
    private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long IDLE_SECONDS = 30;
    private static final double NANOS = 1e9;

    @Override
    public void run(Metrics metrics) throws Exception {
        measureFirst(metrics);
        var service = service("bench-start-first", Map.of());
        var seconds = new double[LATER_STARTS];
        var cpu = new double[LATER_STARTS];
        try (service) {
            secondsToReady(service);
            for (var start = 0; start < LATER_STARTS; start++) {
                service.terminate();
                seconds[start] = secondsToReady(service);
                cpu[start] = Processes.cpuSeconds(service.pid());
                System.out.printf("  start %d: %.2f s, %.2f s of processor%n", start + 2, seconds[start], cpu[start]);
            }
            Arrays.sort(seconds);
            Arrays.sort(cpu);
            metrics.put("readySeconds", seconds[LATER_STARTS / 2]);
            metrics.put("fastestReadySeconds", seconds[0]);
            metrics.put("slowestReadySeconds", seconds[LATER_STARTS - 1]);
            metrics.put("processorSeconds", cpu[LATER_STARTS / 2]);
            TimeUnit.SECONDS.sleep(IDLE_SECONDS);
            metrics.put("demoResidentMiB", Processes.residentMiB(service.pid()));
        }
        measureIdle(metrics);
    }

    private static void measureFirst(Metrics metrics) throws Exception {
        try (var service = service("bench-start-empty", Map.of())) {
            metrics.put("firstReadySeconds", secondsToReady(service));
            metrics.put("firstProcessorSeconds", Processes.cpuSeconds(service.pid()));
        }
    }

    /** Idle is without the demo: two hundred trucks and the callers are work. */
    private static void measureIdle(Metrics metrics) throws Exception {
        try (var service = service("bench-start-idle", Map.of("rescueline.demo.enabled", "false"))) {
            secondsToReady(service);
            TimeUnit.SECONDS.sleep(IDLE_SECONDS);
            metrics.put("idleResidentMiB", Processes.residentMiB(service.pid()));
        }
    }

    private static RunningService service(String name, Map<String, String> extra) {
        return RunningService.prepareAsShipped(name, extra);
    }

    private static double secondsToReady(RunningService service) {
        long begin = System.nanoTime();
        service.launch();
        while (service.readiness().filter(status -> status == 200).isEmpty()) {
            if (!service.isAlive()) {
                throw new IllegalStateException("the service ended; see " + service.log());
            }
            LockSupport.parkNanos(STEP_NANOS);
        }
        return (System.nanoTime() - begin) / NANOS;
    }
}
