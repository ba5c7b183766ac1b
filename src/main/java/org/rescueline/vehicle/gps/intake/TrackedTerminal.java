package org.rescueline.vehicle.gps.intake;

import org.jspecify.annotations.Nullable;
import org.rescueline.vehicle.PositionView;
import org.rescueline.vehicle.gps.fix.Fix;
import org.rescueline.vehicle.gps.fix.TerminalTrack;

/** A terminal in memory: what its row says, which may be read anew, and what it reported, which stays. */
public final class TrackedTerminal {
    private final TerminalTrack track = new TerminalTrack();
    private final TerminalHealth health = new TerminalHealth();
    private final SosWatch sos;
    private volatile KnownTerminal known;

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
