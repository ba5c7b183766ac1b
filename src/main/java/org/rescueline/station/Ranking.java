package org.rescueline.station;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.rescueline.geo.WgsPoint;

/**
 * The stations that could go, best first, with the reasons for and against; and the near ones that cannot, with why.
 *
 * @param id names this very list, so that an assignment can say what was on the screen
 * @param etaMethod how the arrival times were found
 * @param excluded those nearer than the last candidate, nearest first
 */
public record Ranking(
        UUID id,
        WgsPoint place,
        Set<Capability> need,
        Instant rankedAt,
        EtaMethod etaMethod,
        List<Candidate> candidates,
        List<Excluded> excluded) {

    public Ranking {
        need = Set.copyOf(need);
        candidates = List.copyOf(candidates);
        excluded = List.copyOf(excluded);
    }

    /** How arrival times are found. */
    public enum EtaMethod {
        /** Straight line × detour ÷ speed, as a range. */
        STRAIGHT_LINE_ESTIMATE
    }

    /**
     * A station that could go.
     *
     * @param rank 1 is the proposal
     * @param distanceMeters straight line on the ellipsoid
     */
    public record Candidate(
            int rank,
            StationSummary station,
            double distanceMeters,
            int etaLowMinutes,
            int etaHighMinutes,
            int openJobs,
            int rescueVans,
            List<Reason> reasons) {

        public Candidate {
            reasons = List.copyOf(reasons);
        }
    }

    /** A near station that cannot go, with at least one reason. */
    public record Excluded(StationSummary station, double distanceMeters, List<Reason> reasons) {

        public Excluded {
            reasons = List.copyOf(reasons);
        }
    }
}
