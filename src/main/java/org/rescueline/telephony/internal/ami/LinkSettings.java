package org.rescueline.telephony.internal.ami;

import java.time.Duration;
import org.rescueline.telephony.TelephonyConfig;

/** The deadlines of one link; each is explained at its key in {@link TelephonyConfig.Ami}. */
record LinkSettings(
        Duration connectTimeout,
        Duration actionTimeout,
        Duration snapshotTimeout,
        Duration pingInterval,
        Duration silenceTimeout,
        Duration reconnectPause,
        Duration longestReconnectPause) {

    static LinkSettings of(TelephonyConfig.Ami ami) {
        return new LinkSettings(
                ami.connectTimeout(),
                ami.actionTimeout(),
                ami.snapshotTimeout(),
                ami.pingInterval(),
                ami.silenceTimeout(),
                ami.reconnectPause(),
                ami.longestReconnectPause());
    }
}
