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
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** One person with a telephone: a SIPp process that plays one scenario of {@code telephony/sipp}. */
public final class Sipp implements AutoCloseable {

    private static final Path WORK = Path.of("target", "sipp");
    private static final Duration LIMIT = Duration.ofSeconds(90);

    /** Somebody else may take a port for sound between our look and SIPp's; the next try looks again. */
    private static final int START_ATTEMPTS = 3;

    /** For whoever counts calls: more than ever come, and longer than a service takes to be back. */
    private static final Play COUNTING = new Play(9, 300);

    private static final Play ONCE = new Play(1, 80);
    private static final Pattern INVITATION =
            Pattern.compile("message received.*?\\n\\nINVITE sip:.*?\\nCall-ID: *(\\S+)", Pattern.DOTALL);

    private final String scenario;
    private final Process process;
    private final Path errors;
    private final Path messages;

    private Sipp(String scenario, Process process, Path errors, Path messages) {
        this.scenario = scenario;
        this.process = process;
        this.errors = errors;
        this.messages = messages;
    }

    /** How often a scenario may be played, and for how long SIPp stays. */
    private record Play(int calls, int seconds) {}

    /** A caller who rings a hotline number and hangs up after a while, unless the centre did before. */
    public static Sipp caller(AsteriskInstance exchange, String hotline, String callerNumber, Duration patience) {
        return play(
                "caller",
                exchange.sipPort(),
                UdpPorts.free(),
                List.of("-s", hotline, "-key", "caller", callerNumber),
                Map.of("hold_ms", patience.toMillis()),
                staying(patience));
    }

    /** Once, and somewhat longer than the person means to stay. */
    private static Play staying(Duration patience) {
        return new Play(1, Math.max(ONCE.seconds(), (int) patience.toSeconds() + 20));
    }

    /** The same caller, whose sound is made elsewhere. */
    public static Sipp caller(
            AsteriskInstance exchange, String hotline, String callerNumber, Duration patience, CallerSound sound) {
        return play(
                "caller-sounds-elsewhere",
                exchange.sipPort(),
                UdpPorts.free(),
                List.of("-s", hotline, "-key", "caller", callerNumber, "-key", "sound", Integer.toString(sound.port())),
                Map.of("hold_ms", patience.toMillis()),
                staying(patience));
    }

    /** A phone that is answered after a while and says back whatever is heard. */
    public static Sipp echoing(AsteriskInstance exchange, int port, Duration after, Duration talk) {
        var settings = Map.of("answer_ms", after.toMillis(), "talk_ms", talk.toMillis());
        return listening(exchange, port, "phone-answers", List.of("-rtp_echo"), settings, staying(talk));
    }

    /** A phone that is answered after a while, as often as it rings, whose sound is made elsewhere. */
    public static Sipp answering(
            AsteriskInstance exchange, int port, Duration after, Duration talk, CallerSound sound) {
        var settings = Map.of("answer_ms", after.toMillis(), "talk_ms", talk.toMillis());
        var more = List.of("-key", "sound", Integer.toString(sound.port()));
        return listening(exchange, port, "phone-sounds-elsewhere", more, settings, COUNTING);
    }

    /** A codec as SDP names it. */
    public enum Codec {
        PCMA("8"),
        PCMU("0"),
        G722("9");

        private final String payload;

        Codec(String payload) {
            this.payload = payload;
        }
    }

    /** A phone that knows one codec, is answered after a while, as often as it rings, and says back whatever is heard. */
    public static Sipp echoingIn(Codec codec, AsteriskInstance exchange, int port, Duration after, Duration talk) {
        var settings = Map.of("answer_ms", after.toMillis(), "talk_ms", talk.toMillis());
        var more = List.of("-rtp_echo", "-key", "payload", codec.payload, "-key", "codec", codec.name());
        return listening(exchange, port, "phone-one-codec", more, settings, COUNTING);
    }

    /**
     * A caller who presses a key after the centre's answer, and another one later unless {@code again} is zero, and stays
     * a while longer.
     */
    public static Sipp pressing(
            AsteriskInstance exchange,
            String callerNumber,
            String keys,
            Duration press,
            Duration again,
            Duration hold) {
        return play(
                "caller-presses",
                exchange.sipPort(),
                UdpPorts.free(),
                List.of(
                        "-s",
                        "4008809818",
                        "-key",
                        "caller",
                        callerNumber,
                        "-key",
                        "key",
                        keys.substring(0, 1),
                        "-key",
                        "then",
                        keys.substring(keys.length() - 1)),
                Map.of("press_ms", press.toMillis(), "again_ms", again.toMillis(), "hold_ms", hold.toMillis()),
                ONCE);
    }

    /** A caller who speaks: what {@link #sound} put into the working directory as {@code caller.alaw}. */
    public static Sipp speaking(AsteriskInstance exchange, String callerNumber, Duration patience) {
        return play(
                "caller-speaks",
                exchange.sipPort(),
                UdpPorts.free(),
                List.of("-s", "4008809818", "-key", "caller", callerNumber),
                Map.of("hold_ms", patience.toMillis()),
                ONCE);
    }

    /** Puts a sound in A-law into the working directory of every scenario. */
    public static void sound(String name, byte[] alaw) {
        try {
            Files.createDirectories(WORK);
            Files.write(WORK.resolve(name), alaw);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A desk phone that is answered after a while, and hung up after the talk unless the caller did before. */
    public static Sipp answering(AsteriskInstance exchange, int port, Duration after, Duration talk) {
        return phone(
                exchange, port, "phone-answers", Map.of("answer_ms", after.toMillis(), "talk_ms", talk.toMillis()));
    }

    /** A phone that rings until the other side gives up. */
    public static Sipp ringingOut(AsteriskInstance exchange, int port) {
        return phone(exchange, port, "phone-rings-out", Map.of());
    }

    /** A phone, or the carrier in its place, that refuses with a SIP status. */
    public static Sipp refusing(AsteriskInstance exchange, int port, int status) {
        return phone(exchange, port, "phone-refuses", Map.of("refuse_ms", 200L, "status", (long) status));
    }

    /** A phone that plays a scenario once; it listens when this returns. */
    public static Sipp phone(AsteriskInstance exchange, int port, String name, Map<String, Long> settings) {
        return listening(exchange, port, name, List.of(), settings, ONCE);
    }

    /** A phone that stays until it is closed, plays its scenario for every call and counts them: {@link #calls}. */
    public static Sipp counting(AsteriskInstance exchange, int port, String name, Map<String, Long> settings) {
        return listening(exchange, port, name, List.of(), settings, COUNTING);
    }

    /** How many calls have come to a {@link #counting} phone. */
    public int calls() {
        try {
            return Files.exists(messages)
                    ? (int) INVITATION
                            .matcher(Files.readString(messages, StandardCharsets.ISO_8859_1)
                                    .replace("\r", ""))
                            .results()
                            .map(found -> found.group(1))
                            .distinct()
                            .count()
                    : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sipp listening(
            AsteriskInstance exchange,
            int port,
            String name,
            List<String> more,
            Map<String, Long> settings,
            Play play) {
        for (int attempt = 1; attempt <= START_ATTEMPTS; attempt++) {
            var phone = play(name, exchange.sipPort(), port, more, settings, play);
            await(name + " listens").atMost(LIMIT).until(() -> !phone.process.isAlive() || UdpPorts.isTaken(port));
            if (phone.process.isAlive()) {
                return phone;
            }
        }
        throw new IllegalStateException("SIPp could not play " + name + " on port " + port);
    }

    /** Waits for the end of the scenario, which must have gone as it is written. */
    public void succeeded() {
        try {
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("SIPp scenario " + scenario + " has no end");
            }
            if (process.exitValue() != 0) {
                var said = Files.exists(errors) ? Files.readString(errors, StandardCharsets.UTF_8) : "nothing";
                throw new IllegalStateException(
                        "SIPp scenario " + scenario + " ended with " + process.exitValue() + " and said " + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Ends the process; its port is free again when this returns. */
    @Override
    public void close() {
        try {
            if (!process.destroyForcibly().waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("SIPp scenario " + scenario + " cannot be ended");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Sipp play(
            String scenario, int exchangePort, int port, List<String> more, Map<String, Long> settings, Play play) {
        try {
            Files.createDirectories(WORK);
            var errors = WORK.resolve(scenario + "-" + port + ".err").toAbsolutePath();
            var messages = WORK.resolve(scenario + "-" + port + ".msg").toAbsolutePath();
            Files.deleteIfExists(errors);
            Files.deleteIfExists(messages);
            var line = new ArrayList<>(List.of(
                    "sipp",
                    "127.0.0.1:" + exchangePort,
                    "-sf",
                    Path.of("telephony", "sipp", scenario + ".xml")
                            .toAbsolutePath()
                            .toString()));
            line.addAll(List.of("-i", "127.0.0.1", "-p", Integer.toString(port)));
            line.addAll(List.of(
                    "-mp",
                    Integer.toString(UdpPorts.freeForSound()),
                    "-m",
                    Integer.toString(play.calls()),
                    "-nostdin"));
            line.addAll(List.of("-timeout", Integer.toString(play.seconds()), "-timeout_error"));
            line.addAll(List.of("-trace_err", "-error_file", errors.toString()));
            line.addAll(List.of("-trace_msg", "-message_file", messages.toString()));
            line.addAll(more);
            new TreeMap<>(settings).forEach((name, value) -> line.addAll(List.of("-set", name, value.toString())));
            var process = new ProcessBuilder(line)
                    .directory(WORK.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new Sipp(scenario, process, errors, messages);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
