package org.rescueline.telephony.internal.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpoolFileTest {

    @TempDir
    Path spool;

    @ParameterizedTest
    @ValueSource(strings = {".hidden.wav", "-rf.wav", "a b.wav", "x.wav.part", "x.txt", "通话.wav", "x$(id).raw"})
    void takesNoFileWithAStrangeName(String name) throws IOException {
        // Given
        var file = Sounds.wav(spool.resolve(name), 10, 20);

        // When
        var found = SpoolFile.at("hotline", file);

        // Then
        assertThat(found).isEmpty();
    }

    @Test
    void takesNoLinkSoThatNobodyHasAnotherFileFetched() throws IOException {
        // Given
        var secret = Files.writeString(spool.resolve("secret"), "not for the store");
        var link = Files.createSymbolicLink(spool.resolve("hotline-1.1.wav"), secret);

        // When
        var found = SpoolFile.at("hotline", link);

        // Then
        assertThat(found).isEmpty();
    }

    @Test
    void countsWhatItRefusesAndLeavesWhatStillGrows() throws IOException {
        // Given
        var now = Instant.parse("2026-11-25T03:00:00Z");
        Sounds.unchangedSince(Sounds.wav(spool.resolve("hotline-1.2.wav"), 10, 20), now.minusSeconds(60));
        Sounds.unchangedSince(Sounds.wav(spool.resolve("hotline-1.3.wav"), 10, 20), now.minusSeconds(1));
        Files.createDirectory(spool.resolve("hotline-1.4.wav"));

        // When
        var found = ReadsSpool.read("hotline", spool, now.minusSeconds(10));

        // Then
        assertThat(found.quiet()).extracting(SpoolFile::uniqueid).containsExactly("hotline-1.2");
        assertThat(found.refused()).isEqualTo(1);
    }

    @Test
    void namesTheCopyByNothingThatTheSpoolSays() throws IOException {
        // Given
        var file = Sounds.unchangedSince(
                Sounds.wav(spool.resolve("hotline-1..2.wav"), 10, 20), Instant.parse("2026-11-25T03:00:00Z"));

        // When
        var stored = SpoolFile.at("hotline", file).orElseThrow().storedAs();

        // Then
        assertThat(stored).matches("2026/11/25/[0-9a-f-]{36}\\.wav");
    }
}
