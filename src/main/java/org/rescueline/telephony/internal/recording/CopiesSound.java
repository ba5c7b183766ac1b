package org.rescueline.telephony.internal.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;

/**
 * Copies a recording into the store as a WAV file with a correct header. When it returns, the copy is whole and on the
 * disk, under its final name; whatever went wrong before left at most a file ending in {@code .part}. The same source
 * always gives the same copy, so doing it again is harmless.
 */
final class CopiesSound {

    private static final int BLOCK = 64 * 1024;

    private CopiesSound() {}

    /** Blocks; called on a worker thread. */
    static StoredSound copy(Path source, Path target) throws IOException {
        var directory = Objects.requireNonNull(target.getParent(), "a file of the store stands in a directory");
        Files.createDirectories(directory);
        var part = Files.createTempFile(directory, "copying", ".part");
        try (var from = FileChannel.open(source, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
            var format = SoundFormat.read(from, source.getFileName().toString());
            var stored = write(from, format, part);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            syncDirectory(directory);
            return stored;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static StoredSound write(FileChannel from, SoundFormat format, Path part) throws IOException {
        var digest = sha256();
        var peaks = new Peaks(format);
        try (var to = FileChannel.open(part, StandardOpenOption.WRITE)) {
            var header = format.header();
            digest.update(header.duplicate());
            writeAll(to, header);
            from.position(format.dataOffset());
            long left = format.dataBytes();
            var block = ByteBuffer.allocate(BLOCK).order(ByteOrder.LITTLE_ENDIAN);
            while (left > 0) {
                fill(from, block.clear().limit((int) Math.min(BLOCK, left)));
                left -= block.limit();
                digest.update(block.duplicate());
                peaks.take(block.duplicate().order(ByteOrder.LITTLE_ENDIAN));
                writeAll(to, block);
            }
            to.force(true);
        }
        var hash = HexFormat.of().formatHex(digest.digest());
        return new StoredSound(hash, SoundFormat.HEADER_BYTES + format.dataBytes(), format, peaks.bytes());
    }

    private static void fill(FileChannel from, ByteBuffer block) throws IOException {
        while (block.hasRemaining()) {
            if (from.read(block) < 0) {
                throw new IOException("the file became shorter while it was read");
            }
        }
        block.flip();
    }

    private static void writeAll(FileChannel to, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            to.write(bytes);
        }
    }

    /** So that the name survives a power cut, and not the content alone. */
    private static void syncDirectory(Path directory) throws IOException {
        try (var opened = FileChannel.open(directory, StandardOpenOption.READ)) {
            opened.force(true);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
