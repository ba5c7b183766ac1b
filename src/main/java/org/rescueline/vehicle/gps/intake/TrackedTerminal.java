package org.rescueline.vehicle.gps.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.rescueline.vehicle.PositionView;
import org.rescueline.vehicle.gps.fix.Fix;
import org.rescueline.vehicle.gps.fix.TerminalTrack;
import org.rescueline.vehicle.gps.jt808.AdditionalItems;

/** A terminal in memory: what its row says, which may be read anew, and what it reported, which stays. */
public final class TrackedTerminal {
    private final TerminalTrack track = new TerminalTrack();
    private final TerminalHealth health = new TerminalHealth();
    private final SosWatch sos;
    private volatile KnownTerminal known;
    private volatile AdditionalItems items = AdditionalItems.NONE;
    private volatile int alarmBits;
    private volatile @Nullable RefusalCounts refusals;

    /** A terminal of which nothing is remembered yet. */
    public TrackedTerminal(KnownTerminal known) {
        this.known = known;
        this.sos = new SosWatch(known.isSosHeld(), known.sosAt());
    }

    /** What its row says. */
    public KnownTerminal known() {
        return known;
    }

    void known(KnownTerminal newer) {
        known = newer;
    }

    /** What it reported. */
    public TerminalTrack track() {
        return track;
    }

    /** Notes what the newest report said besides the place, as bytes: read only when somebody asks. */
    public void noteDetails(int newAlarmBits, AdditionalItems newItems) {
        alarmBits = newAlarmBits;
        items = newItems;
    }

    /** The alarms of the newest report since this node started. */
    public int alarmBits() {
        return alarmBits;
    }

    /** What followed the fixed fields of the newest report since this node started. */
    public AdditionalItems items() {
        return items;
    }

    /** Counts something of this terminal that was refused. */
    public void countRefusal(String reason, Instant at) {
        RefusalCounts counts = refusals;
        if (counts == null) {
            counts = firstRefusal();
        }
        counts.count(reason, at);
    }

    /** What was refused of it; null when nothing was. */
    public @Nullable RefusalCounts refusals() {
        return refusals;
    }

    private synchronized RefusalCounts firstRefusal() {
        RefusalCounts counts = refusals;
        if (counts == null) {
            counts = new RefusalCounts();
            refusals = counts;
        }
        return counts;
    }

    /** How it is; under the lock of its track. */
    TerminalHealth health() {
        return health;
    }

    SosWatch sos() {
        return sos;
    }

    /** Where it last was; null before its first report. */
    public @Nullable PositionView position() {
        Fix last = track.last();
        return last == null ? null : PositionViews.of(known, last);
    }
}
