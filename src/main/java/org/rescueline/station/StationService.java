package org.rescueline.station;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rescueline.geo.WgsPoint;
import org.rescueline.shared.Actor;
import org.rescueline.shared.Page;
import org.rescueline.shared.PageRequest;

/**
 * The station register and the question it exists for: who should go?
 *
 * <p>Methods that change something join the caller's transaction when there is one; their facts are published after it
 * commits. Failures: NOT_FOUND {@code station.not-found} for an unknown id.
 */
public interface StationService {

    /** The station with this id. */
    Uni<StationView> getStation(UUID id);

    /** Stations by filter; sort fields {@code code}, {@code name}, {@code office}, {@code status}, {@code starGrade}. */
    Uni<Page<StationView>> listStations(StationFilter filter, PageRequest page);

    /** All stations, by code. */
    Uni<List<StationView>> listAll();

    /** The summaries of these stations, from memory; unknown ids are left out. */
    Uni<Map<UUID, StationSummary>> summariesOf(Collection<UUID> ids);

    /** All offices, by code. */
    Uni<List<OfficeView>> listOffices();

    /** Enters a station. Failure: CONFLICT {@code station.code-taken}. */
    Uni<StationView> createStation(NewStation station, Actor actor);

    /**
     * Enters those stations whose code is not known yet, all or none.
     *
     * @return how many were entered
     */
    Uni<Integer> importStations(List<NewStation> stations, Actor actor);

    /**
     * Changes a station to what is given, the whole of it; duty phones keep their last check by number.
     *
     * @param version the version the editor saw; an older one is refused with STALE and the newer view
     */
    Uni<StationView> editStation(UUID id, NewStation edited, Actor actor, long version);

    /** The stations that could go to a place, best first, and the near ones that cannot. */
    Uni<Ranking> rank(RankingRequest request);

    /** How far and how long from one place to another, roughly. */
    TravelEstimate estimateTravel(WgsPoint from, WgsPoint to);

    /**
     * Keeps the result of a check with the duty phone. One that does not count, or is older than the one kept, changes
     * nothing; nor does a phone that was taken off the register meanwhile.
     */
    Uni<Void> recordDutyPhoneCheck(UUID dutyPhoneId, DutyPhoneCheck check);
}
