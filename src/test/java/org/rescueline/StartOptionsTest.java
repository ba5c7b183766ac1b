package org.rescueline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartOptionsTest {

    private static final Optional<ClassArchive> ARCHIVE = Optional.of(new ClassArchive(Path.of("/opt/app")));

    @Test
    void putsItsOptionsBeforeThoseGivenAndKeepsTheArguments() {
        // Given
        var given = List.of("java", "-Xmx512m", "-Dkey=value", "-jar", "app/quarkus-run.jar", "-jar", "argument");

        // When
        var line = StartOptions.tuned(given, Map.of(), 2, Optional.empty());

        // Then
        assertThat(line)
                .hasValue(List.of(
                        "java",
                        "-Drescueline.start.tuned=done",
                        "-XX:+UseSerialGC",
                        "-XX:CompileThresholdScaling=5",
                        "-Xmx512m",
                        "-Dkey=value",
                        "-jar",
                        "app/quarkus-run.jar",
                        "-jar",
                        "argument"));
    }

    @Test
    void startsTheArchivedClassPathWhereThereIsOne() {
        // When
        var line = StartOptions.tuned(startedWith(), Map.of(), 2, ARCHIVE).orElseThrow();

        // Then
        assertThat(line)
                .contains("-XX:SharedArchiveFile=/opt/app/classes.jsa", "-Xshare:auto")
                .endsWith("-jar", "/opt/app/classes.jar");
    }

    @Test
    void doesNotBeginAnewTwice() {
        // Given
        var once =
                StartOptions.tuned(startedWith(), Map.of(), 2, Optional.empty()).orElseThrow();

        // When
        var twice = StartOptions.tuned(once, Map.of(), 2, Optional.empty());

        // Then
        assertThat(twice).isEmpty();
    }

    @Test
    void leavesTheCollectorToTheVirtualMachineWhereThereAreManyProcessors() {
        // When
        var line = StartOptions.tuned(startedWith(), Map.of(), 3, ARCHIVE).orElseThrow();

        // Then
        assertThat(line).noneMatch(option -> option.endsWith("GC")).contains("-XX:CompileThresholdScaling=5");
    }

    @ParameterizedTest
    @CsvSource({
        "-XX:+UseG1GC, -XX:+UseSerialGC",
        "-XX:-UseSerialGC, -XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1, -XX:CompileThresholdScaling=5",
        "-XX:-TieredCompilation, -XX:CompileThresholdScaling=5",
        "-XX:CompileThresholdScaling=2, -XX:CompileThresholdScaling=5",
        "-Xint, -XX:CompileThresholdScaling=5",
        "-Xshare:off, -XX:SharedArchiveFile=/opt/app/classes.jsa",
        "-XX:SharedArchiveFile=own.jsa, -XX:SharedArchiveFile=/opt/app/classes.jsa",
    })
    void leavesOutWhatWasGivenOnTheCommandLineOrInTheEnvironment(String given, String ours) {
        // When
        var byOption =
                StartOptions.tuned(startedWith(given), Map.of(), 2, ARCHIVE).orElseThrow();
        var byVariable = StartOptions.tuned(
                        startedWith(), Map.of("JAVA_TOOL_OPTIONS", " -Xmx1g  " + given + " "), 2, ARCHIVE)
                .orElseThrow();

        // Then
        assertThat(byOption).contains(given).doesNotContain(ours);
        assertThat(byVariable).doesNotContain(ours);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-javaagent:jacoco.jar=destfile=x",
                "-agentlib:jdwp=transport=dt_socket,server=y",
                "-agentpath:/lib/profiler.so",
                "-XX:StartFlightRecording=filename=x.jfr",
                "-Drescueline.start.tuned=false",
                "@options"
            })
    void goesOnAsItIsWhereItIsWatchedOrToldTo(String option) {
        // When
        var byOption = StartOptions.tuned(startedWith(option), Map.of(), 2, ARCHIVE);
        var byVariable = StartOptions.tuned(startedWith(), Map.of("JDK_JAVA_OPTIONS", option), 2, ARCHIVE);

        // Then
        assertThat(byOption).isEmpty();
        assertThat(byVariable).isEmpty();
    }

    @Test
    void goesOnAsItIsWhereTheEnvironmentForbidsIt() {
        // When
        var line = StartOptions.tuned(startedWith(), Map.of("RESCUELINE_START_TUNED", "False"), 2, ARCHIVE);

        // Then
        assertThat(line).isEmpty();
    }

    @Test
    void goesOnAsItIsWhereItIsNotThePackagedProgram() {
        // When
        var classes = StartOptions.tuned(List.of("java", "-cp", "x", "Main"), Map.of(), 2, ARCHIVE);
        var otherJar = StartOptions.tuned(List.of("java", "-jar", "surefire.jar"), Map.of(), 2, ARCHIVE);
        var nothing = StartOptions.tuned(List.of("java", "-jar"), Map.of(), 2, ARCHIVE);

        // Then
        assertThat(List.of(classes, otherJar, nothing)).containsOnly(Optional.empty());
    }

    private static List<String> startedWith(String... options) {
        var line = new ArrayList<>(List.of("java"));
        line.addAll(List.of(options));
        line.addAll(List.of("-jar", "quarkus-run.jar"));
        return line;
    }
}
