package org.rescueline.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Programs of this benchmark run as processes of their own. */
final class Java {

    private Java() {}

    /** Starts a main class of ours; what it says is read by whoever started it. */
    static Process start(Class<?> main, String... arguments) throws IOException {
        var line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        line.addAll(List.of(arguments));
        return new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** The line a driver was expected to say, without its first word. */
    static String expect(String line, String word) {
        if (line == null || !line.startsWith(word)) {
            throw new IllegalStateException("the driver said " + line + " instead of " + word);
        }
        return line.substring(word.length()).strip();
    }
}
