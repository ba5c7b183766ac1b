package org.rescueline.telephony;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.nio.file.Path;
import java.util.Map;
import org.rescueline.testkit.AsteriskInstance;

/**
 * The telephone room at work, impatient, and without a switch of its own: each test attaches one it has written, and
 * fetches recordings when it wants to.
 */
public class TelephonyProfile implements QuarkusTestProfile {
    /** A switch whose recordings a test puts into {@link #SPOOL} itself. */
    public static final String SPOOLING_PBX = "recorder";

    public static final Path SPOOL =
            Path.of("target", "recording-test", "spool").toAbsolutePath();
    public static final Path STORE =
            Path.of("target", "recording-test", "store").toAbsolutePath();

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.ofEntries(
                Map.entry("rescueline.telephony.enabled", "true"),
                Map.entry("rescueline.telephony.agi-port", "0"),
                Map.entry("rescueline.telephony.ami.ping-interval", "PT0.1S"),
                Map.entry("rescueline.telephony.ami.silence-timeout", "PT1.5S"),
                Map.entry("rescueline.telephony.ami.action-timeout", "PT1S"),
                Map.entry("rescueline.telephony.ami.reconnect-pause", "PT0.1S"),
                Map.entry("rescueline.telephony.ami.longest-reconnect-pause", "PT0.5S"),
                Map.entry("rescueline.telephony.ami.answer-secret", AsteriskInstance.SECRET),
                Map.entry("rescueline.telephony.dial.trace-grace", "PT0.2S"),
                Map.entry("rescueline.telephony.phone.socket", "ws://127.0.0.1:8088/ws"),
                Map.entry("rescueline.telephony.recordings.spool." + SPOOLING_PBX, SPOOL.toString()),
                Map.entry("rescueline.telephony.recordings.store", STORE.toString()),
                Map.entry("rescueline.telephony.recordings.fetch-every", "off"),
                Map.entry("rescueline.telephony.recordings.remove-every", "off"),
                Map.entry("rescueline.telephony.cel.settled", "PT0.1S"),
                Map.entry("rescueline.telephony.cel.interval", "PT1S"));
    }
}
