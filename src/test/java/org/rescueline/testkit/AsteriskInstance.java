package org.rescueline.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.rescueline.shared.embedded.Ports;
import org.rescueline.telephony.PbxAddress;

/**
 * A real Asterisk of a test's own, configured by {@code telephony/} as in earnest, on free ports: the trunk, the desk
 * phones 1001 and 1002, and a carrier for calls to the outside, each played by {@link Sipp}.
 */
public final class AsteriskInstance implements AutoCloseable {

    private static final Path START = Path.of("telephony", "local", "start.sh");
    private static final Path STOP = Path.of("telephony", "local", "stop.sh");
    private static final Duration START_LIMIT = Duration.ofMinutes(3);

    /** The password of its manager users and desk phones: it ends with the test and is nobody's secret. */
    public static final String SECRET = "manager-of-a-test";

    private final Path directory;
    private final Map<String, String> options = new LinkedHashMap<>();
    private final List<String> agents = new ArrayList<>();
    private final int sipPort = UdpPorts.free();
    private final int amiPort = Ports.free();
    private final int webPort = Ports.free();
    private final int firstPhone = UdpPorts.free();
    private final int secondPhone = UdpPorts.free();
    private final Map<String, Integer> phones = new HashMap<>(Map.of("1001", firstPhone, "1002", secondPhone));
    private final int carrier = UdpPorts.free();

    private AsteriskInstance(String name) {
        directory = Path.of("target", "asterisk", name).toAbsolutePath();
        options.put("sip-port", Integer.toString(sipPort));
        options.put("ami-port", Integer.toString(amiPort));
        options.put("rtp-start", Integer.toString(UdpPorts.firstForExchange()));
        options.put("rtp-count", "100");
        options.put("agi-port", Integer.toString(Ports.free()));
        options.put("ami-secret-env", "RESCUELINE_TEST_AMI");
        options.put("answer-secret-env", "RESCUELINE_TEST_AMI");
        options.put("agent-secret-env", "RESCUELINE_TEST_AMI");
        options.put("outbound", "127.0.0.1:" + carrier);
        options.put("ring-seconds", "3");
        options.put("record", "no");
        agents.add("1001=127.0.0.1:" + firstPhone);
        agents.add("1002=127.0.0.1:" + secondPhone);
    }

    /** Prepares an exchange; {@link #start} starts it. Of an earlier test's calls it knows nothing. */
    public static AsteriskInstance prepare(String name) {
        var exchange = new AsteriskInstance(name);
        try {
            Files.deleteIfExists(exchange.recordFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return exchange;
    }

    /** Sets an option of {@code telephony/local/start.sh}. */
    public AsteriskInstance with(String option, String value) {
        options.put(option, value);
        return this;
    }

    /**
     * Gives it so many desks, from 1001 on, all of which ring where 1001 would: one SIPp plays them all.
     *
     * @param desks at most 999
     */
    public AsteriskInstance withDesks(int desks) {
        agents.clear();
        for (int desk = 1; desk <= desks; desk++) {
            agents.add(String.format("1%03d=127.0.0.1:%d", desk, firstPhone));
        }
        options.put("rtp-start", Integer.toString(UdpPorts.firstForBusyExchange()));
        options.put("rtp-count", Integer.toString(UdpPorts.FOR_BUSY_EXCHANGE));
        return this;
    }

    /** Gives it these desks and no others, each with a telephone of its own: {@link #phone}. */
    public AsteriskInstance withOnlyDesks(String... extensions) {
        agents.clear();
        for (var extension : extensions) {
            int port = UdpPorts.free();
            phones.put(extension, port);
            agents.add(extension + "=127.0.0.1:" + port);
        }
        return this;
    }

    /** Lets it write its record of calls into this database besides the file, with a role that may do nothing else. */
    public AsteriskInstance recordingInto(int databasePort, String database, String role) {
        return with("pg-host", "127.0.0.1")
                .with("pg-port", Integer.toString(databasePort))
                .with("pg-db", database)
                .with("pg-user", role);
    }

    /** Lets phones in browsers sign on with what this role may read in the database it records into. */
    public AsteriskInstance withBrowserPhones(String role) {
        return with("web-port", Integer.toString(webPort)).with("web-pg-user", role);
    }

    /** Where browsers reach it. */
    public URI webSocket() {
        return URI.create("ws://127.0.0.1:" + webPort + "/ws");
    }

    /** Starts it and waits until it is fully booted. */
    public AsteriskInstance start() {
        var line = new ArrayList<>(List.of("bash", START.toString(), "--instance", directory.toString()));
        options.forEach((option, value) -> line.addAll(List.of("--" + option, value)));
        agents.forEach(agent -> line.addAll(List.of("--agent", agent)));
        run(line);
        return this;
    }

    /** Its manager interface. */
    public PbxAddress address(String name) {
        return address(name, amiPort);
    }

    /** Its manager interface seen through another port, such as that of a {@link CutLine}. */
    public PbxAddress address(String name, int port) {
        return new PbxAddress(name, "127.0.0.1", port, "rescueline", SECRET, false);
    }

    /** Where callers ring. */
    public int sipPort() {
        return sipPort;
    }

    /** Where its manager interface listens. */
    public int amiPort() {
        return amiPort;
    }

    /** Where the desk phone of an extension is expected: 1001, 1002, or one of {@link #withOnlyDesks}. */
    public int phone(String extension) {
        return phones.get(extension);
    }

    /** Where the carrier is expected that takes calls to the outside. */
    public int carrier() {
        return carrier;
    }

    /** The record of calls that it always writes. */
    public Path recordFile() {
        return directory.resolve("log").resolve("cel-custom").resolve("cel.csv");
    }

    /** Where it writes recordings. */
    public Path spool() {
        return directory.resolve("spool").resolve("monitor");
    }

    /** Runs a command on its console. */
    public String cli(String command) {
        return run(List.of("bash", "telephony/local/cli.sh", "--instance", directory.toString(), command));
    }

    /** Kills it as a power cut would: it tells nobody, not even its own record, what became of its channels. */
    public void kill() {
        run(List.of("bash", STOP.toString(), "--instance", directory.toString(), "--kill", "yes"));
    }

    @Override
    public void close() {
        run(List.of("bash", STOP.toString(), "--instance", directory.toString()));
    }

    private static String run(List<String> line) {
        try {
            // Into a file: Asterisk itself keeps the output open, so that its end would never be read.
            var words = Files.createTempFile("asterisk", ".out");
            var builder = new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(words.toFile());
            builder.environment().put("RESCUELINE_TEST_AMI", SECRET);
            var process = builder.start();
            boolean ended = process.waitFor(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
            var said = Files.readString(words, StandardCharsets.UTF_8);
            Files.delete(words);
            if (!ended || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException(String.join(" ", line) + " failed: " + said);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
