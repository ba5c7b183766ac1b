package org.rescueline.shared.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What {@code postmaster.pid} says: first line the process, fourth line the port. */
record PostmasterPid(long pid, int port) {

    private static final int PORT_LINE = 3;

    /** Reads the file of a cluster; absent when there is none or it is not complete yet. */
    static Optional<PostmasterPid> read(Path cluster) {
        try {
            var lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
            if (lines.size() <= PORT_LINE) {
                return Optional.empty();
            }
            return Optional.of(new PostmasterPid(
                    Long.parseLong(lines.get(0).strip()),
                    Integer.parseInt(lines.get(PORT_LINE).strip())));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /**
     * Whether that very server still runs. After a reboot the number may belong to anyone, so the program's name
     * is looked at as well as the open port.
     */
    boolean isAlive() {
        return ProcessHandle.of(pid)
                        .filter(ProcessHandle::isAlive)
                        .flatMap(process -> process.info().command())
                        .filter(command -> Path.of(command).endsWith("postgres"))
                        .isPresent()
                && Ports.answers(port);
    }
}
