package org.rescueline.testkit;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rescueline.geo.WgsPoint;
import org.rescueline.shared.Actor;
import org.rescueline.shared.Failure;
import org.rescueline.shared.Ids;
import org.rescueline.shared.Page;
import org.rescueline.shared.PageRequest;
import org.rescueline.station.DutyPhoneCheck;
import org.rescueline.station.NewStation;
import org.rescueline.station.OfficeView;
import org.rescueline.station.Ranking;
import org.rescueline.station.RankingRequest;
import org.rescueline.station.StationFilter;
import org.rescueline.station.StationService;
import org.rescueline.station.StationSummary;
import org.rescueline.station.StationView;
import org.rescueline.station.TravelEstimate;

/** A register of stations in memory that notes duty-phone checks. Choose it with {@link FakeNeighbours}. */
@Alternative
@ApplicationScoped
public class FakeStations implements StationService {

    private final Map<UUID, StationView> stations = new ConcurrentHashMap<>();
    private final Map<UUID, List<DutyPhoneCheck>> checks = new ConcurrentHashMap<>();
    private final List<RankingRequest> ranked = new CopyOnWriteArrayList<>();
    private volatile @Nullable RuntimeException rankingFailure;

    /** Registers a station. */
    public void know(StationView station) {
        stations.put(station.id(), station);
    }

    /** The checks that were put on a duty phone's record. */
    public List<DutyPhoneCheck> checksOf(UUID dutyPhoneId) {
        return checks.getOrDefault(dutyPhoneId, List.of());
    }

    /** What was asked to be ranked. */
    public List<RankingRequest> ranked() {
        return List.copyOf(ranked);
    }

    /** Lets every ranking fail from now on; none again with null. */
    public void failRankingsWith(@Nullable RuntimeException failure) {
        rankingFailure = failure;
    }

    @Override
    public Uni<StationView> getStation(UUID id) {
        var station = stations.get(id);
        return station == null
                ? Uni.createFrom().failure(Failure.notFound("station", id))
                : Uni.createFrom().item(station);
    }

    @Override
    public Uni<Page<StationView>> listStations(StationFilter filter, PageRequest page) {
        return Uni.createFrom().item(Page.of(List.copyOf(stations.values()), stations.size(), page));
    }

    @Override
    public Uni<List<StationView>> listAll() {
        return Uni.createFrom().item(List.copyOf(stations.values()));
    }

    @Override
    public Uni<Map<UUID, StationSummary>> summariesOf(Collection<UUID> ids) {
        return Uni.createFrom()
                .item(ids.stream()
                        .map(stations::get)
                        .filter(Objects::nonNull)
                        .map(FakeStations::summaryOf)
                        .collect(Collectors.toMap(StationSummary::id, Function.identity())));
    }

    @Override
    public Uni<List<OfficeView>> listOffices() {
        return Uni.createFrom().item(List.of());
    }

    @Override
    public Uni<StationView> createStation(NewStation station, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Uni<Integer> importStations(List<NewStation> wanted, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Uni<StationView> editStation(UUID id, NewStation edited, Actor actor, long version) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Uni<Ranking> rank(RankingRequest request) {
        ranked.add(request);
        var failure = rankingFailure;
        return failure != null
                ? Uni.createFrom().failure(failure)
                : Uni.createFrom()
                        .item(new Ranking(
                                Ids.next(),
                                request.place(),
                                request.need(),
                                request.at(),
                                Ranking.EtaMethod.STRAIGHT_LINE_ESTIMATE,
                                List.of(),
                                List.of()));
    }

    @Override
    public TravelEstimate estimateTravel(WgsPoint from, WgsPoint to) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Uni<Void> recordDutyPhoneCheck(UUID dutyPhoneId, DutyPhoneCheck check) {
        if (check.verdict().counts()) {
            checks.computeIfAbsent(dutyPhoneId, id -> new CopyOnWriteArrayList<>())
                    .add(check);
        }
        return Uni.createFrom().voidItem();
    }

    private static StationSummary summaryOf(StationView station) {
        return new StationSummary(
                station.id(),
                station.code(),
                station.name(),
                station.office(),
                station.latitude(),
                station.longitude(),
                null);
    }
}
