package org.rescueline.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.rescueline.security.Role;
import org.rescueline.testkit.AsteriskInstance;
import org.rescueline.testkit.SignIn;
import org.rescueline.testkit.Sipp;

/** A call with sound both ways through a real Asterisk 22, recorded, fetched and played back. */
@QuarkusTest
@TestProfile(RecordingOnAsteriskIT.Profile.class)
class RecordingOnAsteriskIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int RATE = 8000;
    private static final double CALLER_HERTZ = 440;
    private static final double OPERATOR_HERTZ = 1000;

    /** Fetches as soon as a call is over. */
    public static class Profile extends TelephonyProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            var settings = new HashMap<>(super.getConfigOverrides());
            var spool = Path.of("target", "asterisk", "recording", "spool", "monitor");
            settings.put(
                    "rescueline.telephony.recordings.spool.recording",
                    spool.toAbsolutePath().toString());
            settings.put("rescueline.telephony.recordings.store", "target/recording-it-store");
            settings.put("rescueline.telephony.recordings.settled", "PT1S");
            settings.put("rescueline.telephony.recordings.fetch-every", "1s");
            return settings;
        }
    }

    @Inject
    TelephonyService telephony;

    @Test
    void keepsBothSidesApartAndPlaysThem() throws Exception {
        // Given
        Sipp.sound("caller.alaw", alaw(CALLER_HERTZ));
        Sipp.sound("operator.alaw", alaw(OPERATOR_HERTZ));
        try (var exchange =
                AsteriskInstance.prepare("recording").with("record", "yes").start()) {
            telephony.attach(exchange.address("recording"));
            await().atMost(PATIENCE).until(() -> telephony.state().mode() == TelephonyState.Mode.ASTERISK);

            // When
            try (var phone = Sipp.phone(
                            exchange,
                            exchange.phone("1001"),
                            "phone-speaks",
                            Map.of("answer_ms", 300L, "talk_ms", 60_000L));
                    var other = Sipp.phone(
                            exchange,
                            exchange.phone("1002"),
                            "phone-speaks",
                            Map.of("answer_ms", 300L, "talk_ms", 60_000L));
                    var caller = Sipp.speaking(exchange, "13900139077", Duration.ofSeconds(6))) {
                caller.succeeded();
            }

            // Then
            var call = await().atMost(PATIENCE)
                    .until(
                            () -> Ledgers.of(telephony, "recording").stream()
                                    .filter(it -> it.state() == CallState.ENDED)
                                    .findFirst(),
                            Optional::isPresent)
                    .orElseThrow();
            var path = "/api/v1/calls/" + call.id() + "/recordings";
            await().atMost(PATIENCE).until(() -> !SignIn.as(Role.SUPERVISOR)
                    .get(path)
                    .jsonPath()
                    .getList("$")
                    .isEmpty());
            var id = SignIn.as(Role.SUPERVISOR).get(path).jsonPath().getString("[0].id");
            var sound = SignIn.as(Role.SUPERVISOR)
                    .get("/api/v1/recordings/" + id + "/audio")
                    .asByteArray();
            assertThat(hertz(sound, 0)).isBetween(CALLER_HERTZ - 20, CALLER_HERTZ + 20);
            assertThat(hertz(sound, 1)).isBetween(OPERATOR_HERTZ - 50, OPERATOR_HERTZ + 50);
            await().atMost(PATIENCE).until(() -> exchange.spool().toFile().list().length == 0);
        }
    }

    /** A second of a tone, as telephones carry it. */
    private static byte[] alaw(double hertz) throws IOException {
        var samples = ByteBuffer.allocate(RATE * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < RATE; i++) {
            samples.putShort((short) (12_000 * Math.sin(2 * Math.PI * hertz * i / RATE)));
        }
        var linear = new AudioInputStream(
                new ByteArrayInputStream(samples.array()), new AudioFormat(RATE, 16, 1, true, false), RATE);
        var format = new AudioFormat(AudioFormat.Encoding.ALAW, RATE, 8, 1, 1, RATE, false);
        return AudioSystem.getAudioInputStream(format, linear).readAllBytes();
    }

    /** The pitch of one channel: crossings of the middle line in the second half of the recording. */
    private static double hertz(byte[] wav, int channel) {
        var samples = ByteBuffer.wrap(wav, 44, wav.length - 44).slice().order(ByteOrder.LITTLE_ENDIAN);
        int frames = samples.remaining() / 4;
        int crossings = 0;
        int from = frames / 2;
        for (int frame = from + 1; frame < frames; frame++) {
            boolean before = samples.getShort((frame - 1) * 4 + channel * 2) >= 0;
            boolean after = samples.getShort(frame * 4 + channel * 2) >= 0;
            crossings += before == after ? 0 : 1;
        }
        return crossings / 2.0 * RATE / (frames - from);
    }
}
