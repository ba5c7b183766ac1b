package org.rescueline.telephony.internal.cel;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the file that Asterisk writes besides the table, from where the last reading ended. Waits for the disk: never
 * on the event loop.
 */
final class CelFile {

    /** Read at once; a longer file takes several turns. */
    private static final int CHUNK_BYTES = 4 << 20;

    /** What one reading found. Lines younger than the limit are left for the next one: Asterisk may bring them itself. */
    record Reading(CelFileStore.Mark mark, List<List<String>> lines, int malformed, boolean hasMore) {}

    private CelFile() {}

    static Reading read(Path path, CelFileStore.Mark mark, Instant olderThan) throws IOException {
        var attributes = Files.readAttributes(path, BasicFileAttributes.class);
        var identity = String.valueOf(attributes.fileKey());
        long from = identity.equals(mark.identity()) && mark.readBytes() <= attributes.size() ? mark.readBytes() : 0;
        var chunk = chunk(path, from);
        var lines = new ArrayList<List<String>>();
        int malformed = 0;
        int at = 0;
        boolean isYoung = false;
        for (int end = indexOfBreak(chunk, at); end >= 0; end = indexOfBreak(chunk, at)) {
            var line = CelFileLine.parse(new String(chunk, at, end - at, StandardCharsets.UTF_8).strip());
            isYoung = line.filter(it -> !CelFileLine.instantOf(it).isBefore(olderThan))
                    .isPresent();
            if (isYoung) {
                break;
            }
            line.ifPresent(lines::add);
            malformed += line.isEmpty() ? 1 : 0;
            at = end + 1;
        }
        boolean hasMore = !isYoung && at > 0 && from + at < attributes.size();
        return new Reading(new CelFileStore.Mark(identity, from + at), lines, malformed, hasMore);
    }

    private static byte[] chunk(Path path, long from) throws IOException {
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            int length = (int) Math.min(CHUNK_BYTES, Math.max(0, file.length() - from));
            var bytes = new byte[length];
            file.seek(from);
            file.readFully(bytes);
            return bytes;
        }
    }

    private static int indexOfBreak(byte[] bytes, int from) {
        for (int at = from; at < bytes.length; at++) {
            if (bytes[at] == '\n') {
                return at;
            }
        }
        return -1;
    }
}
