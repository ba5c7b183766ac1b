package org.rescueline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a figure was measured on; without it the figure says nothing. */
final class Machine {

    private static final long KIB_PER_MIB = 1024;

    private Machine() {}

    static Map<String, Object> describe() throws IOException {
        var machine = new LinkedHashMap<String, Object>();
        machine.put("processors", Runtime.getRuntime().availableProcessors());
        machine.put("processor", lineOf("/proc/cpuinfo", "model name"));
        machine.put("memoryMiB", kibibytes(lineOf("/proc/meminfo", "MemTotal")) / KIB_PER_MIB);
        machine.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        machine.put("java", System.getProperty("java.runtime.version"));
        // More than the processors means that others were at work and absolute figures are too low.
        machine.put("loadAverage", Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
        return machine;
    }

    /** What stands behind the colon of the first line that begins so. */
    static String lineOf(String file, String beginning) throws IOException {
        return Files.readAllLines(Path.of(file)).stream()
                .filter(line -> line.startsWith(beginning))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown");
    }

    /** The number of a line such as {@code 12345 kB}. */
    static long kibibytes(String line) {
        return Long.parseLong(line.replaceAll("[^0-9]", ""));
    }
}
