package org.rescueline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {

    private static final String THIS_MACHINE = System.getProperty("java.vm.version");

    @TempDir
    Path directory;

    @Test
    void findsTheArchiveMadeHereByThisVirtualMachine() throws IOException {
        // Given
        archiveOf(THIS_MACHINE, directory);

        // When
        var found = ClassArchive.find(directory);

        // Then
        assertThat(found).hasValue(new ClassArchive(directory));
    }

    @Test
    void passesOverWhatWasMadeElsewhereOrByAnotherVirtualMachine() throws IOException {
        // Given
        archiveOf("21.0.1+12-LTS", directory);
        var byAnother = ClassArchive.find(directory);
        archiveOf(THIS_MACHINE, directory.resolve("elsewhere"));

        // When
        var elsewhere = ClassArchive.find(directory);

        // Then
        assertThat(byAnother).isEmpty();
        assertThat(elsewhere).isEmpty();
    }

    @Test
    void passesOverWhatWasNeverFinished() throws IOException {
        // Given
        Files.createFile(directory.resolve("classes.jsa"));

        // When
        var found = ClassArchive.find(directory);

        // Then
        assertThat(found).isEmpty();
    }

    private void archiveOf(String virtualMachine, Path place) throws IOException {
        Files.writeString(directory.resolve("classes.jsa"), "");
        Files.write(directory.resolve("classes.key"), List.of(virtualMachine, place.toString()));
    }
}
