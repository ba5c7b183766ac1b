package org.rescueline.telephony.internal.ami;

import java.time.Instant;
import java.util.UUID;
import org.rescueline.telephony.PbxAddress;
import org.rescueline.telephony.internal.fold.LegReport;

/** What a link to a switch tells. */
interface LinkListener {

    /** News of a call. On Asterisk-Java's thread: must return at once. */
    void onReport(PbxAddress pbx, LegReport report);

    /** A hold key was pressed. On Asterisk-Java's thread: must return at once. */
    void onHold(PbxAddress pbx, HoldReport report);

    /**
     * The switch says that an order came to nothing before any channel was made. On Asterisk-Java's thread: must return
     * at once.
     */
    void onOriginateFailed(PbxAddress pbx, UUID attemptId, Instant at);

    /**
     * Both connections stand. Live news flows already; what happened before is in the snapshot and in the switch's own
     * record. On the link's thread, which may wait.
     */
    void onConnected(PbxAddress pbx, SwitchSnapshot snapshot);

    /** The connection for actions stands, and another node listens. On the link's thread. */
    void onStandingBy(PbxAddress pbx);

    /** The connection is gone; the link goes on trying. On the link's thread. */
    void onLost(PbxAddress pbx, String reason);
}
