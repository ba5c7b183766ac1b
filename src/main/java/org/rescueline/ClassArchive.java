package org.rescueline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The program's classes as a virtual machine once laid them out in memory, made by {@code src/build/archive-classes.sh} when
 * packaging.
 *
 * <p>Such an archive knows only classes of the class path, and Quarkus loads its own by a loader of its own; so beside the
 * archive lies {@code classes.jar}, which names the same jars as a plain class path. It serves the very virtual machine and
 * directory it was made with: {@code classes.key} names both, and with another one the program starts without it.
 *
 * @param directory of the packaged program
 */
record ClassArchive(Path directory) {

    /** The archive of this directory; absent when there is none, or none for this virtual machine or place. */
    static Optional<ClassArchive> find(Path directory) {
        var key = directory.resolve("classes.key");
        try {
            var wanted = List.of(System.getProperty("java.vm.version"), directory.toString());
            return Files.exists(directory.resolve("classes.jsa"))
                            && Files.readAllLines(key).equals(wanted)
                    ? Optional.of(new ClassArchive(directory))
                    : Optional.empty();
        } catch (IOException e) {
            // No key, or none that can be read: the archive was not finished.
            return Optional.empty();
        }
    }

    /** The options with which the archive is used. */
    List<String> options() {
        return List.of(
                "-XX:SharedArchiveFile=" + directory.resolve("classes.jsa"),
                "-Xshare:auto",
                // What Quarkus' own first class would set before any other asks for it.
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                // For whoever looks for the program by its name among the processes.
                "-Drescueline.start.program=" + directory.resolve("quarkus-run.jar"));
    }

    /** The jar to start instead of the program's. */
    String program() {
        return directory.resolve("classes.jar").toString();
    }
}
