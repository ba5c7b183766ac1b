package org.rescueline.bench;

import io.lettuce.core.RedisClient;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.rescueline.testkit.RunningService;

/** The processor time that each part has used so far, seconds. */
final class ProcessorTimes {

    private final Map<String, Double> seconds = new LinkedHashMap<>();

    ProcessorTimes(RunningService service, Process driver) throws IOException {
        seconds.put("service", Processes.cpuSeconds(service.pid()));
        seconds.put("postgres", Processes.familyCpuSeconds(service.databasePid()));
        seconds.put("redis", Processes.cpuSeconds(redisPid(service)));
        seconds.put("driver", driver.isAlive() ? Processes.cpuSeconds(driver.pid()) : 0);
    }

    Map<String, Double> seconds() {
        return seconds;
    }

    private static long redisPid(RunningService service) {
        var client = RedisClient.create(service.redisUri());
        try (var connection = client.connect()) {
            return connection
                    .sync()
                    .info("server")
                    .lines()
                    .filter(line -> line.startsWith("process_id:"))
                    .mapToLong(line -> Long.parseLong(line.substring("process_id:".length()).strip()))
                    .findFirst()
                    .orElseThrow();
        } finally {
            client.shutdown();
        }
    }
}
