package org.rescueline.shared.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rescueline.testkit.EmbeddedTestParts;

class EmbeddedRedisTest {

    @TempDir
    Path directory;

    private EmbeddedRedis server;

    @AfterEach
    void stop() {
        if (server != null && Ports.answers(server.port())) {
            server.stop();
        }
    }

    @Test
    void isFoundAgainWhenItsStarterWasKilledAndStopsInOrder() {
        // Given
        var abandoned = start("one", 0);

        // When
        server = start("one", 0);

        // Then
        assertThat(server.port()).isEqualTo(abandoned.port());
        server.stop();
        assertThat(Ports.answers(abandoned.port())).isFalse();
    }

    @Test
    void doesNotTakeAnotherDirectorysServerForItsOwn() throws Exception {
        // Given: the port file of one directory names the server of another
        server = start("one", 0);
        Files.createDirectories(directory.resolve("two"));
        Files.writeString(directory.resolve("two").resolve("redis.port"), Integer.toString(server.port()));

        // When
        var other = start("two", server.port());

        // Then
        assertThat(other.port()).isNotEqualTo(server.port());
        other.stop();
    }

    private EmbeddedRedis start(String name, int port) {
        return EmbeddedRedis.start(EmbeddedTestParts.SOFTWARE, directory.resolve(name), port);
    }
}
