package org.rescueline.vehicle;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rescueline.shared.Actor;
import org.rescueline.shared.Page;
import org.rescueline.shared.PageRequest;
import org.rescueline.shared.PhoneNumber;

/**
 * The front door to trucks. Failures: NOT_FOUND {@code vehicle.not-found} for an unknown id.
 */
public interface VehicleService {

    /** The vehicle with this id. */
    Uni<VehicleView> getVehicle(UUID id);

    /** The vehicles with these ids, in any order; unknown ids are left out. */
    Uni<List<VehicleView>> listVehicles(Collection<UUID> ids);

    /**
     * The vehicle that carries the terminal.
     *
     * @param terminalPhone with or without zeros in front
     */
    Uni<Optional<VehicleView>> findByTerminalPhone(String terminalPhone);

    /** Vehicles by filter; sort fields {@code plate}, {@code vin}, {@code model}, {@code createdAt}. */
    Uni<Page<VehicleView>> listVehicles(VehicleFilter filter, PageRequest page);

    /** The vehicles that somebody with this number drives, owns or runs. */
    Uni<List<VehicleView>> listByContactNumber(PhoneNumber number);

    /**
     * Enters a vehicle. Failures: INVALID by field; CONFLICT {@code vehicle.vin-taken}, {@code vehicle.plate-taken},
     * {@code vehicle.terminal-taken}.
     */
    Uni<VehicleView> createVehicle(NewVehicle vehicle, Actor actor);

    /**
     * Changes a vehicle to what is given, the whole of it. Refuses like {@link #createVehicle}.
     *
     * @param version the version the editor saw; an older one is refused with STALE and the newer view
     */
    Uni<VehicleView> editVehicle(UUID id, NewVehicle edited, Actor actor, long version);

    /**
     * Enters many vehicles at once, all or none, in a transaction of its own; made for thousands. Refuses like
     * {@link #createVehicle}.
     *
     * @return their ids, in the order given
     */
    Uni<List<UUID>> importVehicles(List<NewVehicle> vehicles, Actor actor);

    /** Where the vehicle last was by any of its terminals, from memory. */
    Uni<Optional<PositionView>> findPosition(UUID vehicleId);

    /** Where these vehicles last were, from memory; those never heard of are left out. */
    List<PositionView> findPositions(Collection<UUID> vehicleIds);

    /** The last positions on a piece of the map, newest first, from memory. */
    List<PositionView> listPositions(MapBox box, int limit);

    /**
     * Where the vehicle was between two instants. Every look at a track is noted with who looked; one that cannot be
     * noted is not granted.
     *
     * @param from included
     * @param to not included; at most 31 days after {@code from}, otherwise INVALID {@code vehicle.track-too-long}
     */
    Uni<TrackView> getTrack(UUID vehicleId, Instant from, Instant to, Actor reader);

    /**
     * Asks the vehicle's terminal where it is and waits for the answer, at most
     * {@code rescueline.gps.position-query-timeout}. Those who ask while a question is under way share its answer.
     */
    Uni<PositionQueryOutcome> askPosition(UUID vehicleId);
}
