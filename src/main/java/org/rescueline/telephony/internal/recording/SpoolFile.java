package org.rescueline.telephony.internal.recording;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A recording in the spool of a switch.
 *
 * @param pbx the switch's name
 * @param modifiedAt its last change: the end of the recording, once it is finished
 */
record SpoolFile(String pbx, Path path, long size, Instant modifiedAt) {

    private static final Pattern NAME = Pattern.compile("([A-Za-z0-9_][A-Za-z0-9._-]{0,120})\\.(?:wav|raw)");

    /**
     * What stands at a path in a spool; empty for what is not a recording: a link, a directory, a strange name. A link
     * would let whoever can write into the spool have any file fetched and played.
     */
    static Optional<SpoolFile> at(String pbx, Path path) throws IOException {
        var about = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        var isOurs = about.isRegularFile()
                && NAME.matcher(path.getFileName().toString()).matches();
        return isOurs
                ? Optional.of(new SpoolFile(
                        pbx, path, about.size(), about.lastModifiedTime().toInstant()))
                : Optional.empty();
    }

    String name() {
        return path.getFileName().toString();
    }

    /** The channel that was recorded. */
    String uniqueid() {
        return name().substring(0, name().lastIndexOf('.'));
    }

    /** Always the same for the same file, so that a copy begun before a crash is found again by the next. */
    UUID id() {
        return UUID.nameUUIDFromBytes((pbx + "/" + name()).getBytes(StandardCharsets.UTF_8));
    }

    /** Where it is kept, below the store. */
    String storedAs() {
        var day = modifiedAt.atOffset(ZoneOffset.UTC).toLocalDate();
        return "%tY/%<tm/%<td/%s.wav".formatted(day, id());
    }

    /** Whether the file is still as it was seen. */
    boolean isUnchanged() throws IOException {
        return at(pbx, path).filter(this::equals).isPresent();
    }
}
