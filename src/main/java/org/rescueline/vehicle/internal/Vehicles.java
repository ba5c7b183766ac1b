package org.rescueline.vehicle.internal;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rescueline.shared.Actor;
import org.rescueline.shared.Ids;
import org.rescueline.shared.Page;
import org.rescueline.shared.PageRequest;
import org.rescueline.shared.PhoneNumber;
import org.rescueline.shared.Versions;
import org.rescueline.vehicle.MapBox;
import org.rescueline.vehicle.NewVehicle;
import org.rescueline.vehicle.PositionQueryOutcome;
import org.rescueline.vehicle.PositionView;
import org.rescueline.vehicle.TrackView;
import org.rescueline.vehicle.VehicleFilter;
import org.rescueline.vehicle.VehicleService;
import org.rescueline.vehicle.VehicleView;
import org.rescueline.vehicle.gps.intake.LastPositions;

/** The front door: opens the session or transaction, and hands on to those who know how. */
@Singleton
class Vehicles implements VehicleService {
    private final VehicleStore store;
    private final VehicleSearch search;
    private final FitsTerminals terminals;
    private final VehicleImport vehicleImport;
    private final TerminalNews terminalNews;
    private final LastPositions positions;
    private final Tracks tracks;
    private final AsksPosition asksPosition;
    private final Clock clock;

    Vehicles(
            VehicleStore store,
            VehicleSearch search,
            FitsTerminals terminals,
            VehicleImport vehicleImport,
            TerminalNews terminalNews,
            LastPositions positions,
            Tracks tracks,
            AsksPosition asksPosition,
            Clock clock) {
        this.store = store;
        this.search = search;
        this.terminals = terminals;
        this.vehicleImport = vehicleImport;
        this.terminalNews = terminalNews;
        this.positions = positions;
        this.tracks = tracks;
        this.asksPosition = asksPosition;
        this.clock = clock;
    }

    @Override
    public Uni<VehicleView> getVehicle(UUID id) {
        return Panache.withSession(() -> store.get(id));
    }

    @Override
    public Uni<List<VehicleView>> listVehicles(Collection<UUID> ids) {
        return Panache.withSession(() -> store.list(ids));
    }

    @Override
    public Uni<Optional<VehicleView>> findByTerminalPhone(String terminalPhone) {
        return Panache.withSession(
                () -> search.findByTerminal(terminalPhone).chain(store::list).map(found -> found.stream()
                        .findFirst()));
    }

    @Override
    public Uni<Page<VehicleView>> listVehicles(VehicleFilter filter, PageRequest page) {
        return Panache.withSession(() -> search.find(filter, page)
                .chain(ids -> store.list(ids.items()).map(views -> Page.of(views, ids.total(), page))));
    }

    @Override
    public Uni<List<VehicleView>> listByContactNumber(PhoneNumber number) {
        return Panache.withSession(() -> search.findByContact(number).chain(store::list));
    }

    @Override
    public Uni<VehicleView> createVehicle(NewVehicle vehicle, Actor actor) {
        CheckedVehicle checked = VehicleRules.check(vehicle);
        VehicleEntity entity = new VehicleEntity(Ids.next(), checked, clock.instant());
        return Panache.withTransaction(() -> keep(entity, checked, actor))
                .onFailure()
                .transform(thrown -> VehicleConflicts.of(thrown, checked));
    }

    @Override
    public Uni<VehicleView> editVehicle(UUID id, NewVehicle edited, Actor actor, long version) {
        CheckedVehicle checked = VehicleRules.check(edited);
        return Panache.withTransaction(() -> store.lock(id)
                        .call(entity -> store.get(id)
                                .invoke(current -> Versions.check(version, entity.version(), () -> current)))
                        .invoke(entity -> entity.become(checked, clock.instant()))
                        .chain(entity -> keep(entity, checked, actor)))
                .onFailure()
                .transform(thrown -> VehicleConflicts.of(thrown, checked));
    }

    @Override
    public Uni<List<UUID>> importVehicles(List<NewVehicle> vehicles, Actor actor) {
        return vehicleImport
                .enter(VehicleRules.checkAll(vehicles), actor)
                .call(terminalNews::readNow)
                .onFailure()
                .transform(VehicleConflicts::ofMany);
    }

    @Override
    public Uni<Optional<PositionView>> findPosition(UUID vehicleId) {
        return Uni.createFrom().item(() -> positions.find(vehicleId));
    }

    @Override
    public List<PositionView> findPositions(Collection<UUID> vehicleIds) {
        return vehicleIds.stream()
                .distinct()
                .flatMap(id -> positions.find(id).stream())
                .toList();
    }

    @Override
    public List<PositionView> listPositions(MapBox box, int limit) {
        return positions.listIn(box, limit);
    }

    @Override
    public Uni<TrackView> getTrack(UUID vehicleId, Instant from, Instant to, Actor reader) {
        return getVehicle(vehicleId).chain(vehicle -> tracks.track(vehicleId, from, to, reader));
    }

    @Override
    public Uni<PositionQueryOutcome> askPosition(UUID vehicleId) {
        return getVehicle(vehicleId).chain(asksPosition::ask);
    }

    /** The row, its contacts, its terminals, the note of who did it; after the commit the gateway learns of it. */
    private Uni<VehicleView> keep(VehicleEntity entity, CheckedVehicle vehicle, Actor actor) {
        Instant now = clock.instant();
        return store.write(entity)
                .chain(() -> store.replaceContacts(entity.id(), vehicle.contacts()))
                .chain(() -> terminals.fit(entity.id(), vehicle.terminals(), actor, now))
                .chain(() -> store.get(entity.id()))
                .call(view -> store.writeChange(view, actor, now))
                .call(terminalNews::readAfterCommit);
    }
}
