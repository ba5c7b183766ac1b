package org.rescueline.telephony.internal.dial;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rescueline.telephony.RosterMember;
import org.rescueline.telephony.TelephonyConfig;
import org.rescueline.telephony.internal.ami.ReadsRoster;
import org.rescueline.telephony.internal.ami.Switchboard;

/**
 * Which of several switches places a call: the one at which the operator's telephone has signed on, since no other can
 * ring it; otherwise the first that is connected, and when none is, the first, which will refuse.
 */
@ApplicationScoped
class FindsSwitch {

    private static final String TECHNOLOGY = "PJSIP/";

    private final Switchboard board;
    private final ReadsRoster roster;
    private final String named;

    FindsSwitch(Switchboard board, ReadsRoster roster, TelephonyConfig config) {
        this.board = board;
        this.roster = roster;
        this.named = config.pbx();
    }

    /**
     * The switch's name.
     *
     * @param endpoint the operator's telephone; null for a call of the system's own
     */
    Uni<String> find(@Nullable String endpoint) {
        var connected = board.connected();
        var first = connected.stream().findFirst().orElseGet(this::firstAttached);
        if (endpoint == null || connected.size() < 2) {
            return Uni.createFrom().item(first);
        }
        return roster.list()
                .map(members -> signedOnAt(members, endpoint).orElse(first))
                .onFailure()
                .recoverWithItem(first);
    }

    private static Optional<String> signedOnAt(List<RosterMember> members, String endpoint) {
        return members.stream()
                .filter(member -> member.endpoint().equals(TECHNOLOGY + endpoint))
                .filter(member -> member.state() != RosterMember.State.AWAY)
                .map(RosterMember::pbx)
                .findFirst();
    }

    private String firstAttached() {
        var attached = board.pbx();
        return attached == null ? named : attached.name();
    }
}
