package org.rescueline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What Linux knows of a process. */
final class Processes {

    private static final double KIB_PER_MIB = 1024;
    private static final double TICKS_PER_SECOND = 100;
    private static final int USER_TICKS = 11;
    private static final int ENDED_CHILDREN_TICKS = 14;

    private Processes() {}

    /** Memory in use by the process that is in RAM. */
    static double residentMiB(long pid) throws IOException {
        return Machine.kibibytes(Machine.lineOf("/proc/" + pid + "/status", "VmRSS")) / KIB_PER_MIB;
    }

    /** Processor time used by the process so far, in seconds; does not grow because others are at work too. */
    static double cpuSeconds(long pid) throws IOException {
        return seconds(fields(pid), USER_TICKS, USER_TICKS + 1);
    }

    /** The same with its children, those that have ended included. */
    static double familyCpuSeconds(long pid) throws IOException {
        double sum = seconds(fields(pid), USER_TICKS, ENDED_CHILDREN_TICKS);
        for (var child : ProcessHandle.of(pid).orElseThrow().children().toList()) {
            sum += cpuSeconds(child.pid());
        }
        return sum;
    }

    private static double seconds(String[] fields, int from, int to) {
        double ticks = 0;
        for (var field = from; field <= to; field++) {
            ticks += Long.parseLong(fields[field]);
        }
        return ticks / TICKS_PER_SECOND;
    }

    /** The program's name may hold blanks; what is counted begins behind it. */
    private static String[] fields(long pid) throws IOException {
        var line = Files.readString(Path.of("/proc/" + pid + "/stat"));
        return line.substring(line.lastIndexOf(')') + 2).split(" ");
    }
}
