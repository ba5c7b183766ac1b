package org.rescueline.telephony.internal.cel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rescueline.telephony.manager.CapturedCase;

class CelFileTest {

    private static final Instant LATER = Instant.parse("2030-01-01T00:00:00Z");
    private static final CelFileStore.Mark NEVER_READ = new CelFileStore.Mark("", 0);

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void openFile() throws IOException {
        file = Files.createFile(folder.resolve("cel.csv"));
    }

    @Test
    void goesOnWhereItStopped() throws IOException {
        // Given
        append(String.join("\n", new CapturedCase("answered-400").recordLines()) + "\n");
        var first = CelFile.read(file, NEVER_READ, LATER);
        append(String.join("\n", new CapturedCase("abandoned-bye").recordLines()) + "\n");

        // When
        var second = CelFile.read(file, first.mark(), LATER);

        // Then
        assertThat(first.lines()).hasSameSizeAs(new CapturedCase("answered-400").recordLines());
        assertThat(second.lines()).hasSameSizeAs(new CapturedCase("abandoned-bye").recordLines());
        assertThat(CelFile.read(file, second.mark(), LATER).lines()).isEmpty();
    }

    @Test
    void leavesALineThatIsStillBeingWritten() throws IOException {
        // Given
        var line = new CapturedCase("answered-400").recordLines().get(0);
        append(line.substring(0, 30));
        var first = CelFile.read(file, NEVER_READ, LATER);
        append(line.substring(30) + "\n");

        // When
        var second = CelFile.read(file, first.mark(), LATER);

        // Then
        assertThat(first.lines()).isEmpty();
        assertThat(second.lines()).hasSize(1);
    }

    @Test
    void leavesYoungLinesToAsteriskItself() throws IOException {
        // Given
        var old = new CapturedCase("answered-400").recordLines().get(0);
        var young = old.replaceFirst("\"[0-9.]+\"", "\"1999999999.000000\"");
        append(old + "\n" + young + "\n");

        // When
        var reading = CelFile.read(file, NEVER_READ, Instant.ofEpochSecond(1_999_999_998));

        // Then
        assertThat(reading.lines()).hasSize(1);
        assertThat(reading.hasMore()).isFalse();
    }

    @Test
    void beginsAnewWithTheSuccessorOfARotatedFile() throws IOException {
        // Given
        append(String.join("\n", new CapturedCase("answered-400").recordLines()) + "\n");
        var first = CelFile.read(file, NEVER_READ, LATER);
        Files.move(file, folder.resolve("cel.csv.1"));
        append(String.join("\n", new CapturedCase("abandoned-bye").recordLines()) + "\n");

        // When
        var second = CelFile.read(file, first.mark(), LATER);

        // Then
        assertThat(second.lines()).hasSameSizeAs(new CapturedCase("abandoned-bye").recordLines());
    }

    @Test
    void countsLinesThatAreNoneAndGoesOn() throws IOException {
        // Given
        var line = new CapturedCase("answered-400").recordLines().get(0);
        append("half a line after a power cut\n" + line + "\n");

        // When
        var reading = CelFile.read(file, NEVER_READ, LATER);

        // Then
        assertThat(reading.malformed()).isEqualTo(1);
        assertThat(reading.lines()).hasSize(1);
    }

    private void append(String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
