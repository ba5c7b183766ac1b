package org.rescueline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The options that make a start short without making the work after it slow. Whoever started the program has the last word:
 * an option of ours is left out where one of the same kind was given, on the command line or in the environment.
 *
 * <ul>
 *   <li>One collector thread where there are two processors: the others' threads only take turns with the work there.
 *   <li>Methods are compiled after five times as many calls: most of what a start calls it calls a few hundred times, and
 *       compiling that took half of the processor time. What is really hot passes either mark within seconds.
 *   <li>The classes as they were once read, checked and laid out ({@link ClassArchive}).
 * </ul>
 */
final class StartOptions {

    /** Says in the command line of a process that it is the tuned one; {@code false} in it forbids the tuning. */
    static final String SWITCH = "rescueline.start.tuned";

    private static final String SWITCH_VARIABLE = "RESCUELINE_START_TUNED";
    private static final String MARK = "-D" + SWITCH + "=done";
    private static final String PROGRAM = "quarkus-run.jar";
    private static final int FEW_PROCESSORS = 2;

    /** From where a virtual machine takes options besides its command line. */
    private static final List<String> VARIABLES = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    /**
     * What watches or changes classes wants the process it was given, and some versions of the virtual machine end when
     * archived classes meet it. Options kept in files cannot be looked at here.
     */
    private static final Pattern HANDS_OFF = Pattern.compile(
            "-javaagent:.*|-agentlib:.*|-agentpath:.*|-Xdebug|-Xrun.*|-XX:StartFlightRecording.*|-XX:Flags=.*|-XX:VMOptionsFile=.*|@.*");

    private static final Pattern COLLECTOR = Pattern.compile("-XX:[+-]Use\\w*GC");
    private static final Pattern COMPILER =
            Pattern.compile("-Xint|-Xcomp|-XX:CompileThresholdScaling=.*|-XX:[+-]?Tier.*|-XX:CompilationMode=.*");
    private static final Pattern CLASSES = Pattern.compile("-Xshare:.*|-XX:SharedArchiveFile=.*|-Xbootclasspath.*");

    private StartOptions() {}

    /**
     * The command line with which this process is to begin anew.
     *
     * @param given the command line it was started with, the program's name first
     * @param environment its environment
     * @param processors how many it may use
     * @param archive what was archived of exactly this program for exactly this virtual machine
     * @return empty when it is to go on as it is
     */
    static Optional<List<String>> tuned(
            List<String> given, Map<String, String> environment, int processors, Optional<ClassArchive> archive) {
        var jar = given.indexOf("-jar");
        if (jar < 1 || jar + 1 >= given.size() || !given.get(jar + 1).endsWith(PROGRAM)) {
            return Optional.empty();
        }
        var options = given.subList(1, jar);
        var said = Stream.concat(options.stream(), fromEnvironment(environment)).toList();
        if (isForbidden(said, environment) || anyMatches(said, HANDS_OFF)) {
            return Optional.empty();
        }
        var line = new ArrayList<>(List.of(given.get(0), MARK));
        if (processors <= FEW_PROCESSORS && !anyMatches(said, COLLECTOR)) {
            line.add("-XX:+UseSerialGC");
        }
        if (!anyMatches(said, COMPILER)) {
            line.add("-XX:CompileThresholdScaling=5");
        }
        var used = archive.filter(found -> !anyMatches(said, CLASSES));
        used.ifPresent(found -> line.addAll(found.options()));
        line.addAll(options);
        line.addAll(List.of("-jar", used.map(ClassArchive::program).orElse(given.get(jar + 1))));
        line.addAll(given.subList(jar + 2, given.size()));
        return Optional.of(line);
    }

    private static boolean isForbidden(List<String> said, Map<String, String> environment) {
        return said.stream().anyMatch(option -> option.startsWith("-D" + SWITCH + "="))
                || "false".equalsIgnoreCase(environment.get(SWITCH_VARIABLE));
    }

    private static Stream<String> fromEnvironment(Map<String, String> environment) {
        return VARIABLES.stream()
                .map(name -> environment.getOrDefault(name, ""))
                .flatMap(value -> Arrays.stream(value.strip().split("\\s+")));
    }

    private static boolean anyMatches(List<String> said, Pattern kind) {
        return said.stream().anyMatch(option -> kind.matcher(option).matches());
    }
}
