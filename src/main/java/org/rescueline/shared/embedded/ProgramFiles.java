package org.rescueline.shared.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Single programs that come as a resource on the class path. */
final class ProgramFiles {

    private ProgramFiles() {}

    /**
     * Writes the program once. A temporary file is renamed into place: a program being written cannot be run, and a
     * running one cannot be written.
     */
    static Path unpack(String resource, Path target) {
        if (Files.isExecutable(target)) {
            return target;
        }
        try (var content = ProgramFiles.class.getResourceAsStream(resource)) {
            if (content == null) {
                throw new IllegalStateException("not on the class path: " + resource);
            }
            Files.createDirectories(target.getParent());
            var partial = Files.createTempFile(target.getParent(), "unpacking-", "");
            Files.copy(content, partial, StandardCopyOption.REPLACE_EXISTING);
            Files.setPosixFilePermissions(partial, PosixFilePermissions.fromString("rwxr-xr-x"));
            return Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + target, e);
        }
    }
}
