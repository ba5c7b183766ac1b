package org.rescueline.station.internal;

import java.util.Comparator;
import org.rescueline.geo.Near;

/**
 * An eligible station with what decides its place in the list.
 *
 * @param waitMinutes until a van can leave for this job, by the jobs in hand
 * @param readyMinutes middle of the arrival range plus the wait
 */
record Contender(Near<StationRecord> near, int openJobs, double waitMinutes, double readyMinutes) {

    /**
     * Who can be there first; among equals the nearer, then by code. With equal loads this is the order of the straight
     * lines, since arrival grows with distance.
     */
    static final Comparator<Contender> FIRST_THERE = Comparator.comparingDouble(Contender::readyMinutes)
            .thenComparingDouble(contender -> contender.near.distanceMeters())
            .thenComparing(contender -> contender.near.item().code());

    StationRecord station() {
        return near.item();
    }

    boolean hasFreeVan() {
        return openJobs < station().rescueVans();
    }
}
