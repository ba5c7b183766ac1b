package org.rescueline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Begins the process anew with the options of {@link StartOptions}, so that {@code java -jar} needs none: a jar cannot bring
 * options along. The process keeps its number; signals, supervisors and whoever waits for it notice nothing. Whatever hinders
 * this only makes the start longer.
 */
final class TunedStart {

    private TunedStart() {}

    /** Does not return where the process begins anew. Called before anything is opened or started. */
    static void begin() {
        if (!System.getProperty("os.name").equals("Linux")) {
            return;
        }
        try {
            var given = ProcessImage.commandLine();
            var line = StartOptions.tuned(
                    given, System.getenv(), Runtime.getRuntime().availableProcessors(), archiveBeside(given));
            if (line.isPresent()) {
                ProcessImage.become(line.get());
            }
        } catch (IOException | LinkageError e) {
            System.err.println("Starting without tuned options, which takes longer: " + e.getMessage());
        }
    }

    private static Optional<ClassArchive> archiveBeside(List<String> given) throws IOException {
        var program = Path.of(given.get(given.indexOf("-jar") + 1));
        if (!Files.isRegularFile(program)) {
            return Optional.empty();
        }
        return Optional.ofNullable(program.toRealPath().getParent()).flatMap(ClassArchive::find);
    }
}
