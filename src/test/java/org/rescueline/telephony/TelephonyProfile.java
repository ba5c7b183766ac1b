package org.rescueline.telephony;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import org.rescueline.testkit.AsteriskInstance;

/** The telephone room at work, impatient, and without a switch of its own: each test attaches one it has written. */
public class TelephonyProfile implements QuarkusTestProfile {

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
                Map.entry("rescueline.telephony.cel.settled", "PT0.1S"),
                Map.entry("rescueline.telephony.cel.interval", "PT1S"));
    }
}
