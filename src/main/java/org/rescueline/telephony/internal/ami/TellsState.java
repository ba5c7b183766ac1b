package org.rescueline.telephony.internal.ami;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rescueline.telephony.TelephonyState;

/** How fresh the view of all switches is: as old as that of the one that was heard of longest ago. */
final class TellsState {

    private TellsState() {}

    static TelephonyState tell(List<AmiLink> links, int waiting, Instant now) {
        var switches = links.stream().map(TellsState::one).toList();
        boolean connected = !links.isEmpty() && links.stream().allMatch(AmiLink::isConnected);
        var heardAt = heardAt(links);
        return new TelephonyState(
                connected ? switches.get(0).mode() : TelephonyState.Mode.DOWN,
                switches.isEmpty() ? null : switches.get(0).pbx(),
                connected,
                heardAt,
                heardAt == null ? null : Duration.between(heardAt, now).toMillis(),
                waiting,
                switches);
    }

    private static TelephonyState.Switch one(AmiLink link) {
        return new TelephonyState.Switch(link.pbx().name(), mode(link), link.isListening(), link.heardAt());
    }

    private static TelephonyState.Mode mode(AmiLink link) {
        if (!link.isConnected()) {
            return TelephonyState.Mode.DOWN;
        }
        return link.pbx().simulated() ? TelephonyState.Mode.SIMULATOR : TelephonyState.Mode.ASTERISK;
    }

    private static @Nullable Instant heardAt(List<AmiLink> links) {
        var heard = links.stream().map(AmiLink::heardAt).toList();
        return heard.stream().anyMatch(Objects::isNull)
                ? null
                : heard.stream().min(Comparator.naturalOrder()).orElse(null);
    }
}
