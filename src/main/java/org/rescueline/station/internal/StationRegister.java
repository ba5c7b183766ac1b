package org.rescueline.station.internal;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rescueline.geo.NearestIndex;
import org.rescueline.shared.ReactiveBridge;
import org.rescueline.station.StationConfig;

/**
 * All stations in memory, indexed by place: the ranking must be ready while the telephone rings. The truth is in
 * PostgreSQL; this node's own changes are put in right after their commit, those of other nodes are found by the
 * register's revision.
 */
@Singleton
class StationRegister {

    private static final long NO_REVISION = -1;

    private final StationStore store;
    private final ReactiveBridge bridge;
    private final StationConfig config;
    private volatile @Nullable Snapshot snapshot;

    StationRegister(StationStore store, ReactiveBridge bridge, StationConfig config) {
        this.store = store;
        this.bridge = bridge;
        this.config = config;
    }

    void start(@Observes StartupEvent started, Vertx vertx) {
        refresh();
        vertx.setPeriodic(config.registerRefresh().toMillis(), timer -> refresh());
    }

    /** The register as this node knows it; waits for the first reading when the service has only just begun. */
    Uni<Snapshot> current() {
        var known = snapshot;
        return known != null
                ? Uni.createFrom().item(known)
                : bridge.uni("station-register-load", config.registerLoadDeadline(), this::reload);
    }

    /** Takes in stations that were just committed. Called after the commit, on an event loop; must not block. */
    synchronized void put(Collection<StationRecord> changed) {
        var known = snapshot;
        if (known != null) {
            snapshot = known.with(changed);
        }
    }

    private void refresh() {
        bridge.run("station-register-refresh", config.registerLoadDeadline(), this::reloadIfOld);
    }

    private Uni<Void> reloadIfOld() {
        return Panache.withSession(() -> store.revision().chain(revision -> {
            var known = snapshot;
            return known != null && known.revision == revision
                    ? Uni.createFrom().voidItem()
                    : read(revision).replaceWithVoid();
        }));
    }

    private Uni<Snapshot> reload() {
        return Panache.withSession(() -> store.revision().chain(this::read));
    }

    /** The revision was read first: what is changed in between is read again next time rather than missed. */
    private Uni<Snapshot> read(long revision) {
        return store.listAll().map(stations -> take(stations, revision));
    }

    private synchronized Snapshot take(List<StationRecord> stations, long revision) {
        var known = snapshot;
        var taken = Snapshot.of(stations, revision);
        // A change of our own may have been committed after the rows were read.
        snapshot = known == null ? taken : taken.with(known.newerThan(taken));
        return snapshot;
    }

    /** The stations at one moment. */
    record Snapshot(Map<UUID, StationRecord> byId, NearestIndex<StationRecord> index, long revision) {

        static Snapshot of(Collection<StationRecord> stations, long revision) {
            var byId = new HashMap<UUID, StationRecord>();
            stations.forEach(station -> byId.put(station.id(), station));
            // By code, so that the register's order, and with it every tie, is the same on every node.
            var ordered = byId.values().stream()
                    .sorted(Comparator.comparing(StationRecord::code))
                    .toList();
            return new Snapshot(Map.copyOf(byId), NearestIndex.of(ordered, StationRecord::place), revision);
        }

        Snapshot with(Collection<StationRecord> changed) {
            if (changed.isEmpty()) {
                return this;
            }
            var merged = new HashMap<>(byId);
            changed.forEach(station -> merged.merge(station.id(), station, Snapshot::newer));
            // Other nodes' changes are still unknown: the next refresh reads everything.
            return of(merged.values(), NO_REVISION);
        }

        List<StationRecord> newerThan(Snapshot other) {
            return byId.values().stream()
                    .filter(station -> {
                        var theirs = other.byId.get(station.id());
                        return theirs == null || theirs.version() < station.version();
                    })
                    .toList();
        }

        private static StationRecord newer(StationRecord one, StationRecord other) {
            return one.version() > other.version() ? one : other;
        }
    }
}
