package org.rescueline.bench;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Map;
import java.util.regex.Pattern;
import org.rescueline.testkit.RunningService;

/**
 * Twenty thousand terminals that stay connected and report twice a minute. The heap is looked at right after all have
 * signed in and again after two minutes, both times after a full collection: what grew in between is a leak.
 */
final class ConnectionsBench implements Benchmark {

    private static final int WANTED = 20_000;

    /** Files a process needs beside its connections. */
    private static final int OTHER_FILES = 600;

    private static final int HOLD_SECONDS = Integer.getInteger("bench.holdSeconds", 120);
    private static final Pattern USED = Pattern.compile("used (\\d+)K");
    private static final double KIB_PER_MIB = 1024;

    @Override
    public void run(Metrics metrics) throws Exception {
        int connections = (int) Math.min(WANTED, fileLimit() - OTHER_FILES);
        metrics.put("connections", connections);
        var configuration = Map.of("rescueline.demo.enabled", "false", "rescueline.telephony.enabled", "false");
        try (var service = RunningService.prepareAsShipped("bench-connections", configuration)
                .withJvmOptions("-Xmx1g")) {
            service.start();
            enterTerminals(service.databaseUrl(), connections);
            service.restart();
            hold(metrics, service, connections);
        }
    }

    /** Both ends count their files, and neither may open more than the system lets it. */
    private static long fileLimit() {
        return ((UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getMaxFileDescriptorCount();
    }

    private static void enterTerminals(String url, int count) throws Exception {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute("""
                    insert into terminal (phone, protocol, auth_code, first_seen_at, registered_at, changed_at)
                    select (%d + n)::text, 'JT808_2013', '%s', now(), now(), now() from generate_series(0, %d) n
                    """.formatted(ConnectionDriver.FIRST_PHONE, ConnectionDriver.CODE, count - 1));
        }
    }

    private static void hold(Metrics metrics, RunningService service, int connections) throws Exception {
        double empty = heapMiB(service.pid());
        var driver = Java.start(
                ConnectionDriver.class,
                Integer.toString(service.port("rescueline.gps.port")),
                Integer.toString(connections),
                Integer.toString(HOLD_SECONDS));
        try (var reader = driver.inputReader(StandardCharsets.UTF_8)) {
            Java.expect(reader.readLine(), "open");
            double open = heapMiB(service.pid());
            long lost = Long.parseLong(Java.expect(reader.readLine(), "lost"));
            double after = heapMiB(service.pid());
            metrics.put("heapMiB", Math.max(open, after));
            metrics.put("emptyHeapMiB", empty);
            metrics.put("openHeapMiB", open);
            metrics.put("heldHeapMiB", after);
            metrics.put("residentMiB", Processes.residentMiB(service.pid()));
            metrics.put("lostConnections", lost);
        } finally {
            driver.destroyForcibly();
        }
    }

    /** Used heap after a full collection. */
    private static double heapMiB(long pid) throws Exception {
        jcmd(pid, "GC.run");
        var used = USED.matcher(jcmd(pid, "GC.heap_info"));
        if (!used.find()) {
            throw new IllegalStateException("jcmd does not tell the heap of " + pid);
        }
        return Long.parseLong(used.group(1)) / KIB_PER_MIB;
    }

    private static String jcmd(long pid, String command) throws Exception {
        var program = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var process = new ProcessBuilder(program, Long.toString(pid), command)
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
