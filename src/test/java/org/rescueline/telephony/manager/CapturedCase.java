package org.rescueline.telephony.manager;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.rescueline.telephony.DialPurpose;

/**
 * One case that a real Asterisk 22 told, as it told it: what went over the manager interface, and what it wrote into
 * its record of calls.
 */
public record CapturedCase(String name, String renamedTo, long laterSeconds) {

    private static final String ROOT = "/telephony/";
    private static final Pattern LINKEDID = Pattern.compile("^Linkedid: (.+)$", Pattern.MULTILINE);
    private static final Pattern STAMP =
            Pattern.compile("(?<=^Timestamp: |^\")[0-9]{10}(?=\\.[0-9]{6})", Pattern.MULTILINE);

    /** The case as it was told. */
    public CapturedCase(String name) {
        this(name, "", 0);
    }

    /** The same case under the id of an order of ours. */
    public CapturedCase as(String attemptId) {
        return new CapturedCase(name, attemptId, laterSeconds);
    }

    /** The same case as if it had begun that many seconds ago. */
    public CapturedCase begun(long secondsAgo, long nowSeconds) {
        var matcher = STAMP.matcher(text());
        if (!matcher.find()) {
            throw new IllegalStateException("no instant in " + name);
        }
        return new CapturedCase(name, renamedTo, nowSeconds - secondsAgo - Long.parseLong(matcher.group()));
    }

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
        return Stream.of(told(text()).split("\n\n"))
                .map(String::strip)
                .filter(event -> event.startsWith("Event: "))
                .toList();
    }

    /** The lines of the record. */
    public List<String> recordLines() {
        return told(read(path("cel").resolve(name + ".csv"))).lines().toList();
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

    private String text() {
        return read(path("ami").resolve(name + ".txt")).replace("\r", "");
    }

    private String told(String text) {
        var moved =
                STAMP.matcher(text).replaceAll(found -> Long.toString(Long.parseLong(found.group()) + laterSeconds));
        if (renamedTo.isEmpty()) {
            return moved;
        }
        var linkedid = LINKEDID.matcher(text());
        if (!linkedid.find()) {
            throw new IllegalStateException("no Linkedid in " + name);
        }
        return moved.replace(linkedid.group(1), renamedTo);
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
