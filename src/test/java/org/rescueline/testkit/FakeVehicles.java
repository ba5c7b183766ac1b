package org.rescueline.testkit;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.rescueline.shared.Actor;
import org.rescueline.shared.Failure;
import org.rescueline.shared.Page;
import org.rescueline.shared.PageRequest;
import org.rescueline.shared.PhoneNumber;
import org.rescueline.vehicle.MapBox;
import org.rescueline.vehicle.NewVehicle;
import org.rescueline.vehicle.PositionQueryOutcome;
import org.rescueline.vehicle.PositionQueryOutcome.Result;
import org.rescueline.vehicle.PositionView;
import org.rescueline.vehicle.TrackView;
import org.rescueline.vehicle.VehicleFilter;
import org.rescueline.vehicle.VehicleService;
import org.rescueline.vehicle.VehicleView;

/** A register of trucks in memory, with positions that the test sets. Choose it with {@link FakeNeighbours}. */
@Alternative
@ApplicationScoped
public class FakeVehicles implements VehicleService {

    private final Map<UUID, VehicleView> vehicles = new ConcurrentHashMap<>();
    private final Map<UUID, PositionView> positions = new ConcurrentHashMap<>();
    private final Map<UUID, PositionView> answers = new ConcurrentHashMap<>();
    private final List<UUID> asked = new CopyOnWriteArrayList<>();

    /** Registers a truck. */
    public void know(VehicleView vehicle) {
        vehicles.put(vehicle.id(), vehicle);
    }

    /** Puts a truck somewhere. */
    public void know(PositionView position) {
        positions.put(Objects.requireNonNull(position.vehicleId()), position);
    }

    /** What a truck's terminal says when it is asked. */
    public void willAnswer(PositionView position) {
        answers.put(Objects.requireNonNull(position.vehicleId()), position);
    }

    /** The trucks whose terminals were asked. */
    public List<UUID> asked() {
        return List.copyOf(asked);
    }

    @Override
    public Uni<VehicleView> getVehicle(UUID id) {
        var vehicle = vehicles.get(id);
        return vehicle == null
                ? Uni.createFrom().failure(Failure.notFound("vehicle", id))
                : Uni.createFrom().item(vehicle);
    }

    @Override
    public Uni<List<VehicleView>> listVehicles(Collection<UUID> ids) {
        return Uni.createFrom()
                .item(ids.stream().map(vehicles::get).filter(Objects::nonNull).toList());
    }

    @Override
    public Uni<Optional<VehicleView>> findByTerminalPhone(String terminalPhone) {
        return Uni.createFrom()
                .item(vehicles.values().stream()
                        .filter(vehicle -> vehicle.terminals().stream()
                                .anyMatch(terminal -> terminal.terminalPhone().equals(terminalPhone)))
                        .findFirst());
    }

    @Override
    public Uni<Page<VehicleView>> listVehicles(VehicleFilter filter, PageRequest page) {
        return Uni.createFrom().item(Page.of(List.copyOf(vehicles.values()), vehicles.size(), page));
    }

    @Override
    public Uni<List<VehicleView>> listByContactNumber(PhoneNumber number) {
        return Uni.createFrom()
                .item(vehicles.values().stream()
                        .filter(vehicle -> vehicle.contacts().stream()
                                .anyMatch(contact -> contact.number().equals(number.e164())))
                        .toList());
    }

    @Override
    public Uni<VehicleView> createVehicle(NewVehicle vehicle, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Uni<VehicleView> editVehicle(UUID id, NewVehicle edited, Actor actor, long version) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Uni<List<UUID>> importVehicles(List<NewVehicle> wanted, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Uni<Optional<PositionView>> findPosition(UUID vehicleId) {
        return Uni.createFrom().item(Optional.ofNullable(positions.get(vehicleId)));
    }

    @Override
    public List<PositionView> findPositions(Collection<UUID> vehicleIds) {
        return vehicleIds.stream().map(positions::get).filter(Objects::nonNull).toList();
    }

    @Override
    public List<PositionView> listPositions(MapBox box, int limit) {
        return List.copyOf(positions.values());
    }

    @Override
    public Uni<TrackView> getTrack(UUID vehicleId, Instant from, Instant to, Actor reader) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Uni<PositionQueryOutcome> askPosition(UUID vehicleId) {
        asked.add(vehicleId);
        var answer = answers.get(vehicleId);
        if (answer == null) {
            return Uni.createFrom().item(new PositionQueryOutcome(Result.NO_ANSWER, positions.get(vehicleId), 1));
        }
        positions.put(vehicleId, answer);
        return Uni.createFrom().item(new PositionQueryOutcome(Result.ANSWERED, answer, 1));
    }
}
