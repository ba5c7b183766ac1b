package org.rescueline.station.internal;

import static java.util.stream.Collectors.toMap;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rescueline.geo.WgsPoint;
import org.rescueline.shared.Actor;
import org.rescueline.shared.AfterCommit;
import org.rescueline.shared.Facts;
import org.rescueline.shared.Failure;
import org.rescueline.shared.Ids;
import org.rescueline.shared.Page;
import org.rescueline.shared.PageRequest;
import org.rescueline.shared.Versions;
import org.rescueline.station.DutyPhoneCheck;
import org.rescueline.station.NewStation;
import org.rescueline.station.OfficeView;
import org.rescueline.station.Ranking;
import org.rescueline.station.RankingRequest;
import org.rescueline.station.StationChanged;
import org.rescueline.station.StationConfig;
import org.rescueline.station.StationFilter;
import org.rescueline.station.StationLoadSource;
import org.rescueline.station.StationService;
import org.rescueline.station.StationSummary;
import org.rescueline.station.StationView;
import org.rescueline.station.TravelEstimate;

/** The register behind its front door: PostgreSQL for what is written, memory for what is asked while a telephone rings. */
@Singleton
class Stations implements StationService {

    private final StationStore store;
    private final StationRegister register;
    private final StationLoadSource loads;
    private final EstimatesTravel travel;
    private final RankingFlow ranking;
    private final Facts facts;
    private final Clock clock;

    Stations(
            StationStore store,
            StationRegister register,
            StationLoadSource loads,
            StationConfig config,
            Facts facts,
            Clock clock) {
        this.store = store;
        this.register = register;
        this.loads = loads;
        this.travel = new EstimatesTravel(config.eta());
        this.ranking = new RankingFlow(loads, travel, new WeighsLoad(config.load(), travel), config.excludedLimit());
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    public Uni<StationView> getStation(UUID id) {
        return Panache.withSession(() -> store.get(id).chain(this::view));
    }

    @Override
    public Uni<Page<StationView>> listStations(StationFilter filter, PageRequest page) {
        return register.current().chain(stations -> {
            var found = FindsStations.in(stations.byId().values(), filter, page);
            return views(found.items()).map(views -> Page.of(views, found.total(), page));
        });
    }

    @Override
    public Uni<List<StationView>> listAll() {
        return register.current()
                .map(stations -> FindsStations.byCode(stations.byId().values()))
                .chain(this::views);
    }

    @Override
    public Uni<Map<UUID, StationSummary>> summariesOf(Collection<UUID> ids) {
        return register.current().map(stations -> new HashSet<>(ids)
                .stream()
                        .map(stations.byId()::get)
                        .filter(Objects::nonNull)
                        .collect(toMap(StationRecord::id, StationRecord::summary)));
    }

    @Override
    public Uni<List<OfficeView>> listOffices() {
        return Panache.withSession(store::listOffices);
    }

    @Override
    public Uni<StationView> createStation(NewStation station, Actor actor) {
        return Panache.withTransaction(() -> store.findIdByCode(station.code())
                .invoke(taken -> requireFree(taken, station, null))
                .chain(() -> enter(station, actor))
                .call(() -> store.countChange())
                .chain(this::announced));
    }

    @Override
    public Uni<Integer> importStations(List<NewStation> stations, Actor actor) {
        return Panache.withTransaction(() -> store.listCodes()
                .map(known -> unknown(stations, known))
                .chain(missing -> Multi.createFrom()
                        .iterable(missing)
                        .onItem()
                        .transformToUniAndConcatenate(station -> enter(station, actor))
                        .collect()
                        .asList())
                .call(entered -> entered.isEmpty() ? Uni.createFrom().voidItem() : store.countChange())
                .call(entered -> AfterCommit.run(() -> register.put(entered)))
                .map(List::size));
    }

    @Override
    public Uni<StationView> editStation(UUID id, NewStation edited, Actor actor, long version) {
        return Panache.withTransaction(() -> store.lock(id)
                .call(station -> store.record(station)
                        .chain(this::view)
                        .invoke(current -> Versions.check(version, station.version(), () -> current)))
                .call(() -> store.findIdByCode(edited.code()).invoke(taken -> requireFree(taken, edited, id)))
                .chain(station -> change(station, edited, actor))
                .call(() -> store.countChange())
                .chain(this::announced));
    }

    @Override
    public Uni<Ranking> rank(RankingRequest request) {
        return register.current().chain(stations -> Panache.withSession(() -> ranking.rank(stations.index(), request)));
    }

    @Override
    public TravelEstimate estimateTravel(WgsPoint from, WgsPoint to) {
        return travel.between(from, to);
    }

    @Override
    public Uni<Void> recordDutyPhoneCheck(UUID dutyPhoneId, DutyPhoneCheck check) {
        if (!check.verdict().counts()) {
            return Uni.createFrom().voidItem();
        }
        return Panache.withTransaction(() -> store.writeCheck(dutyPhoneId, check)
                .chain(station -> station.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : store.countChange()
                                .chain(() -> store.get(station.get()))
                                .chain(this::announced)
                                .replaceWithVoid()));
    }

    private Uni<StationRecord> enter(NewStation station, Actor actor) {
        var now = clock.instant();
        return officeOf(station)
                .map(office -> new StationEntity(Ids.next(), station, office.id(), now))
                .call(store::write)
                .call(entity -> store.replacePhones(entity.id(), DutyPhones.withOnePrimary(station.dutyPhones())))
                .chain(store::record)
                .call(entered -> store.writeChange(entered, actor, now));
    }

    private Uni<StationRecord> change(StationEntity station, NewStation edited, Actor actor) {
        var now = clock.instant();
        return officeOf(edited)
                .invoke(office -> station.become(edited, office.id(), now))
                .chain(() -> store.write(station))
                .chain(() -> store.replacePhones(station.id(), DutyPhones.withOnePrimary(edited.dutyPhones())))
                .chain(() -> store.record(station))
                .call(changed -> store.writeChange(changed, actor, now));
    }

    private Uni<OfficeView> officeOf(NewStation station) {
        return store.office(station.officeCode(), Optional.ofNullable(station.officeName()))
                .map(office -> office.orElseThrow(() ->
                        Failure.invalid("officeCode", "station.office-unknown", Map.of("code", station.officeCode()))));
    }

    /** The view of what was written, which memory and the news get once it is committed. */
    private Uni<StationView> announced(StationRecord written) {
        return view(written)
                .call(view -> AfterCommit.run(() -> {
                    register.put(List.of(written));
                    facts.publish(new StationChanged(view));
                }));
    }

    private Uni<StationView> view(StationRecord station) {
        return views(List.of(station)).map(views -> views.get(0));
    }

    private Uni<List<StationView>> views(List<StationRecord> stations) {
        var ids = stations.stream().map(StationRecord::id).toList();
        return Panache.withSession(() -> loads.openJobs(ids)).map(openJobs -> stations.stream()
                .map(station -> station.view(openJobs.getOrDefault(station.id(), 0)))
                .toList());
    }

    private static void requireFree(Optional<UUID> takenBy, NewStation station, @Nullable UUID own) {
        if (takenBy.isPresent() && !takenBy.get().equals(own)) {
            throw Failure.conflict("station.code-taken", Map.of("code", station.code()));
        }
    }

    private static List<NewStation> unknown(List<NewStation> stations, List<String> known) {
        var seen = new HashSet<>(known);
        return stations.stream().filter(station -> seen.add(station.code())).toList();
    }
}
