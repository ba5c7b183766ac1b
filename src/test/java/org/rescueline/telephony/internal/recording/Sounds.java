package org.rescueline.telephony.internal.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/** Files as the switch leaves them in its spool. */
final class Sounds {

    static final int RATE = 8000;

    private Sounds() {}

    /** Two sides apart, without a header: the first as loud as {@code left}, the second as {@code right}. */
    static Path stereo(Path file, int frames, int left, int right) throws IOException {
        var samples = ByteBuffer.allocate(frames * 4).order(ByteOrder.LITTLE_ENDIAN);
        for (int frame = 0; frame < frames; frame++) {
            samples.putShort((short) (frame % 2 == 0 ? left : -left));
            samples.putShort((short) right);
        }
        return Files.write(file, samples.array());
    }

    /** A mono WAV file whose header says {@code told} bytes of samples. */
    static Path wav(Path file, int frames, int told) throws IOException {
        var bytes = ByteBuffer.allocate(44 + frames * 2).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + told);
        bytes.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) 1);
        bytes.putInt(RATE).putInt(RATE * 2).putShort((short) 2).putShort((short) 16);
        bytes.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(told);
        for (int frame = 0; frame < frames; frame++) {
            bytes.putShort((short) (frame % 100));
        }
        return Files.write(file, bytes.array());
    }

    /** Lets the file look as if it had not changed since. */
    static Path unchangedSince(Path file, Instant instant) throws IOException {
        return Files.setLastModifiedTime(file, FileTime.from(instant));
    }
}
