package org.rescueline.telephony.internal.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;

/**
 * Where the samples of a recorded file lie. All samples are 16-bit linear, little-endian, channels interleaved.
 *
 * @param dataOffset bytes before the first sample
 * @param dataBytes bytes of samples, whole frames only
 */
record SoundFormat(int channels, int samplesPerSecond, long dataOffset, long dataBytes) {

    /** What precedes the samples in a file that we write. */
    static final int HEADER_BYTES = 44;

    /** Bytes of one sample. */
    static final int SAMPLE_BYTES = 2;

    /** The switch's own rate; its raw files do not say it. */
    private static final int TELEPHONE_RATE = 8000;

    private static final int CHUNK_HEADER = 8;
    private static final int MOST_CHUNKS = 64;

    /** Bytes of one sample of every channel. */
    int frameBytes() {
        return channels * SAMPLE_BYTES;
    }

    long frames() {
        return dataBytes / frameBytes();
    }

    long durationMillis() {
        return frames() * 1000 / samplesPerSecond;
    }

    /** Whether anybody was recorded: a call that nobody answered leaves a header, or nothing at all. */
    boolean isEmpty() {
        return frames() == 0;
    }

    /**
     * Reads the format of a file by its name and beginning.
     *
     * @throws UnreadableSoundException when it is not sound as the switch writes it
     */
    static SoundFormat read(FileChannel file, String name) throws IOException {
        return name.endsWith(".raw") ? stereo(file.size()) : wav(file);
    }

    /** The caller's side and the centre's side interleaved, without a header. */
    private static SoundFormat stereo(long size) {
        return new SoundFormat(2, TELEPHONE_RATE, 0, size - size % (2 * SAMPLE_BYTES));
    }

    /** The length in the header is written last: after a power cut it is wrong and the file's own length counts. */
    private static SoundFormat wav(FileChannel file) throws IOException {
        if (!"RIFF".equals(word(file, 0)) || !"WAVE".equals(word(file, 8))) {
            throw new UnreadableSoundException("it does not begin like a WAV file");
        }
        int channels = 0;
        int rate = 0;
        long at = 12;
        for (int chunk = 0; chunk < MOST_CHUNKS && at + CHUNK_HEADER <= file.size(); chunk++) {
            var name = word(file, at);
            long length = Integer.toUnsignedLong(bytes(file, at + 4, 4).getInt());
            long content = at + CHUNK_HEADER;
            if ("fmt ".equals(name)) {
                var format = bytes(file, content, 16);
                requireLinear(format);
                channels = format.getShort(2);
                rate = format.getInt(4);
            }
            if ("data".equals(name)) {
                return samples(channels, rate, content, file.size());
            }
            at = content + length + length % 2;
        }
        throw new UnreadableSoundException("it holds no samples");
    }

    private static SoundFormat samples(int channels, int rate, long offset, long size) throws IOException {
        if (channels < 1 || channels > 2 || rate < 1000 || rate > 192_000) {
            throw new UnreadableSoundException("it says " + channels + " channels at " + rate + " Hz");
        }
        long bytes = size - offset;
        return new SoundFormat(channels, rate, offset, bytes - bytes % (channels * SAMPLE_BYTES));
    }

    private static void requireLinear(ByteBuffer format) throws IOException {
        if (format.getShort(0) != 1 || format.getShort(14) != 16) {
            throw new UnreadableSoundException("it is not 16-bit linear");
        }
    }

    private static String word(FileChannel file, long at) throws IOException {
        return StandardCharsets.US_ASCII.decode(bytes(file, at, 4)).toString();
    }

    private static ByteBuffer bytes(FileChannel file, long at, int count) throws IOException {
        var buffer = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (file.read(buffer, at + buffer.position()) < 0) {
                throw new UnreadableSoundException("it ends too early");
            }
        }
        return buffer.flip();
    }

    /** The header of a WAV file with these samples. */
    ByteBuffer header() {
        var header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        header.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt((int) (HEADER_BYTES - CHUNK_HEADER + dataBytes));
        header.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        header.putShort((short) 1).putShort((short) channels).putInt(samplesPerSecond);
        header.putInt(samplesPerSecond * frameBytes());
        header.putShort((short) frameBytes()).putShort((short) (SAMPLE_BYTES * 8));
        header.put("data".getBytes(StandardCharsets.US_ASCII)).putInt((int) dataBytes);
        return header.flip();
    }
}
