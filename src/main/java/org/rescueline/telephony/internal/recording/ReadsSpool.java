package org.rescueline.telephony.internal.recording;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Looks into the spool of a switch. */
final class ReadsSpool {

    /** Files taken on in one round; the others wait for the next. */
    private static final int MOST = 2000;

    private ReadsSpool() {}

    /**
     * What a round found.
     *
     * @param quiet recordings that have not changed since the given moment, oldest first
     * @param refused how many entries are no recordings
     */
    record Found(List<SpoolFile> quiet, int refused) {}

    /** Blocks; called on a worker thread. */
    static Found read(String pbx, Path spool, Instant unchangedSince) throws IOException {
        var quiet = new ArrayList<SpoolFile>();
        int refused = 0;
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(spool)) {
            for (var entry : entries) {
                if (quiet.size() == MOST) {
                    break;
                }
                try {
                    var file = SpoolFile.at(pbx, entry);
                    refused += file.isEmpty() ? 1 : 0;
                    file.filter(it -> it.modifiedAt().isBefore(unchangedSince)).ifPresent(quiet::add);
                } catch (NoSuchFileException goneMeanwhile) {
                    continue;
                }
            }
        }
        quiet.sort(Comparator.comparing(SpoolFile::modifiedAt).thenComparing(SpoolFile::name));
        return new Found(List.copyOf(quiet), refused);
    }
}
