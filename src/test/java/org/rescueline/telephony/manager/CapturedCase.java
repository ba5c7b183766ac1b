package org.rescueline.telephony.manager;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.rescueline.telephony.DialPurpose;

/**
 * One case that a real Asterisk 22 told, as it told it: what went over the manager interface, and what it wrote into
 * its record of calls.
 */
public record CapturedCase(String name) {

    private static final String ROOT = "/telephony/";

    /** Every case there is. */
    public static List<CapturedCase> all() {
        try (Stream<Path> files = Files.list(path("ami"))) {
            return files.map(file -> file.getFileName().toString().replaceFirst("\\.txt$", ""))
                    .sorted()
                    .map(CapturedCase::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The manager's events, one text each. */
    public List<String> events() {
        var text = read(path("ami").resolve(name + ".txt")).replace("\r", "");
        return Stream.of(text.split("\n\n"))
                .map(String::strip)
                .filter(event -> event.startsWith("Event: "))
                .toList();
    }

    /** The lines of the record. */
    public List<String> recordLines() {
        return read(path("cel").resolve(name + ".csv")).lines().toList();
    }

    /** Why the call was ordered; null for a call that we did not order. */
    public DialPurpose purpose() {
        if (name.startsWith("callback")) {
            return DialPurpose.CALLBACK;
        }
        return name.startsWith("spot-check") ? DialPurpose.SPOT_CHECK : null;
    }

    @Override
    public String toString() {
        return name;
    }

    private static Path path(String folder) {
        try {
            return Path.of(CapturedCase.class.getResource(ROOT + folder).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
