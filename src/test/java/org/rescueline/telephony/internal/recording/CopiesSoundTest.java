package org.rescueline.telephony.internal.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CopiesSoundTest {

    @TempDir
    Path directory;

    @Test
    void keepsBothSidesOfACallApart() throws Exception {
        // Given
        var source = Sounds.stereo(directory.resolve("c-1.2.raw"), 16_000, 12_800, 6_400);
        var target = directory.resolve("2026/11/25/a.wav");

        // When
        var stored = CopiesSound.copy(source, target);

        // Then
        try (var read = AudioSystem.getAudioInputStream(target.toFile())) {
            assertThat(read.getFormat().getChannels()).isEqualTo(2);
            assertThat(read.getFrameLength()).isEqualTo(16_000);
        }
        assertThat(stored.format().durationMillis()).isEqualTo(2_000);
        var peaks = stored.peaks();
        assertThat(Arrays.copyOfRange(peaks, 0, Peaks.STRETCHES)).containsOnly((byte) (12_800 >> 7));
        assertThat(Arrays.copyOfRange(peaks, Peaks.STRETCHES, 2 * Peaks.STRETCHES))
                .containsOnly((byte) (6_400 >> 7));
        assertThat(stored.sha256()).isEqualTo(sha256(target));
        assertThat(stored.bytes()).isEqualTo(Files.size(target));
    }

    @Test
    void mendsTheLengthThatAPowerCutLeftWrong() throws Exception {
        // Given
        var source = Sounds.wav(directory.resolve("c-1.3.wav"), 8_000, 0);

        // When
        CopiesSound.copy(source, directory.resolve("mended.wav"));

        // Then
        try (var read =
                AudioSystem.getAudioInputStream(directory.resolve("mended.wav").toFile())) {
            assertThat(read.getFrameLength()).isEqualTo(8_000);
        }
    }

    @Test
    void makesTheSameCopyAgain() throws IOException {
        // Given
        var source = Sounds.wav(directory.resolve("c-1.4.wav"), 1_000, 2_000);
        var target = directory.resolve("again.wav");
        var first = CopiesSound.copy(source, target);

        // When
        var second = CopiesSound.copy(source, target);

        // Then
        assertThat(second.sha256()).isEqualTo(first.sha256());
        assertThat(directory).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void leavesNothingHalfMadeOfWhatIsNoSound() throws IOException {
        // Given
        var source = Files.writeString(directory.resolve("c-1.5.wav"), "this is a letter, not a recording");

        // When
        var copying = assertThatThrownBy(() -> CopiesSound.copy(source, directory.resolve("store/x.wav")));

        // Then
        copying.isInstanceOf(UnreadableSoundException.class);
        assertThat(directory.resolve("store")).isEmptyDirectory();
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
