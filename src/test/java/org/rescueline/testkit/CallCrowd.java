package org.rescueline.testkit;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rescueline.shared.Ids;

/** Many callers, and the desks that take them; both sides write down whom they had, which is SIPp's own count. */
public final class CallCrowd implements AutoCloseable {

    private static final Path WORK = Path.of("target", "sipp");
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration PATIENT = Duration.ofSeconds(20);
    private static final Duration IMPATIENT = Duration.ofMillis(250);
    private static final Pattern TAKEN = Pattern.compile("taken ([0-9]+)");
    private static final Pattern SPOKEN = Pattern.compile("spoken [^\\n]*<sip:([0-9]+)@");

    private final Path directory = WORK.resolve("crowd-" + Ids.next()).toAbsolutePath();
    private final AsteriskInstance exchange;
    private final Process desks;
    private Process callers;

    /**
     * How the desks behave.
     *
     * @param ringing how long each one rings before it is answered
     * @param talk how long each one speaks before it hangs up
     */
    public record Manners(Duration ringing, Duration talk) {}

    /**
     * Somebody who rings.
     *
     * @param patience how long at most, from the exchange's answer on
     */
    public record Caller(String number, Duration patience) {}

    private CallCrowd(AsteriskInstance exchange, Manners manners) throws IOException {
        this.exchange = exchange;
        Files.createDirectories(directory);
        int port = exchange.phone("1001");
        desks = sipp(
                "phone-of-many",
                "spoken",
                List.of(
                        "-p",
                        Integer.toString(port),
                        "-set",
                        "answer_ms",
                        Long.toString(manners.ringing().toMillis()),
                        "-set",
                        "talk_ms",
                        Long.toString(manners.talk().toMillis())));
        await("desks").atMost(LIMIT).until(() -> UdpPorts.isTaken(port));
    }

    /** Seats people at the desks of an exchange that was prepared {@link AsteriskInstance#withDesks}. */
    public static CallCrowd seat(AsteriskInstance exchange, Manners manners) {
        try {
            return new CallCrowd(exchange, manners);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Callers of consecutive numbers. Every sixth gives up while the first phone still rings, the others stay as long as a
     * desk speaks with them.
     */
    public static List<Caller> callers(long firstNumber, int count) {
        return IntStream.range(0, count)
                .mapToObj(index -> new Caller(Long.toString(firstNumber + index), index % 6 == 2 ? IMPATIENT : PATIENT))
                .toList();
    }

    /**
     * Lets callers ring one after the other and does not wait for them.
     *
     * @param over how long it takes until all have begun to ring
     */
    public void ring(List<Caller> people, Duration over) {
        ring(people, over, people.size());
    }

    /**
     * The same, where a caller only begins once fewer than so many are on the line.
     *
     * @param atOnce the most callers at the same time
     */
    public void ring(List<Caller> people, Duration over, int atOnce) {
        try {
            var lines = Stream.concat(
                            Stream.of("SEQUENTIAL"),
                            people.stream()
                                    .map(caller -> caller.number() + ";"
                                            + caller.patience().toMillis()))
                    .toList();
            var numbers = Files.write(directory.resolve("callers.csv"), lines);
            callers = sipp(
                    "caller-of-many",
                    "taken",
                    List.of(
                            "-s",
                            "4008809818",
                            "-inf",
                            numbers.toString(),
                            "-m",
                            Integer.toString(people.size()),
                            "-l",
                            Integer.toString(atOnce),
                            "-r",
                            Integer.toString(people.size()),
                            "-rp",
                            Long.toString(over.toMillis()),
                            "-p",
                            Integer.toString(UdpPorts.free())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether any caller is still to ring or on the line. */
    public boolean isRinging() {
        return callers.isAlive();
    }

    /** Waits until the last caller is gone. */
    public void awaitEnd(Duration atMost) {
        try {
            if (!callers.waitFor(atMost.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("callers are still on the line; see " + directory);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The numbers of those whom the exchange took, in that order; a number rings once. */
    public List<String> taken() {
        return numbers("taken", TAKEN);
    }

    /** The numbers of those with whom a desk spoke. */
    public List<String> spoken() {
        return numbers("spoken", SPOKEN);
    }

    @Override
    public void close() {
        desks.destroyForcibly();
        if (callers != null) {
            callers.destroyForcibly();
        }
    }

    private List<String> numbers(String log, Pattern pattern) {
        var file = directory.resolve(log + ".log");
        try {
            var said = Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
            return pattern.matcher(said).results().map(found -> found.group(1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process sipp(String scenario, String log, List<String> more) throws IOException {
        var line = new ArrayList<>(List.of(
                "sipp",
                "127.0.0.1:" + exchange.sipPort(),
                "-sf",
                Path.of("telephony", "sipp", scenario + ".xml").toAbsolutePath().toString(),
                "-i",
                "127.0.0.1",
                "-mp",
                Integer.toString(UdpPorts.freeForSound()),
                "-nostdin",
                "-trace_logs",
                "-log_file",
                log + ".log",
                "-trace_err",
                "-error_file",
                log + ".err"));
        line.addAll(more);
        return new ProcessBuilder(line)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
