package org.rescueline.shared.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a command to its end and keeps what it said for the error message. Blocks: for use before the service starts. */
final class Commands {

    private Commands() {}

    /**
     * Runs the command and waits for it.
     *
     * @throws IllegalStateException when it fails or does not end in time; the message has its output
     */
    static void run(List<String> commandLine, long timeoutSeconds) {
        try {
            // A file rather than a pipe: a daemon that the command leaves behind would hold the pipe open for ever.
            var output = Files.createTempFile("rescueline-", ".out");
            try {
                runInto(output, commandLine, timeoutSeconds);
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + String.join(" ", commandLine), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + commandLine.get(0), e);
        }
    }

    private static void runInto(Path output, List<String> commandLine, long timeoutSeconds)
            throws IOException, InterruptedException {
        var process = new ProcessBuilder(commandLine)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        process.getOutputStream().close();
        if (!process.waitFor(timeoutSeconds, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw failure(commandLine, "did not end within " + timeoutSeconds + " s", output);
        }
        if (process.exitValue() != 0) {
            throw failure(commandLine, "ended with " + process.exitValue(), output);
        }
    }

    private static IllegalStateException failure(List<String> commandLine, String how, Path output) throws IOException {
        var said = Files.readString(output, StandardCharsets.UTF_8).strip();
        return new IllegalStateException(String.join(" ", commandLine) + " " + how + ": " + said);
    }
}
