package org.rescueline.vehicle.gps.intake;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rescueline.vehicle.TerminalProtocol;
import org.rescueline.vehicle.gps.jt808.TerminalPhone;

/**
 * Every terminal in memory, so that neither a report nor an authentication waits for the database. Rows that other nodes
 * or people change are read again every few seconds.
 */
@Singleton
public class TerminalDirectory {
    /** Rows become visible when their transaction ends, with the time of its beginning: look back further than that. */
    private static final Duration OVERLAP = Duration.ofMinutes(1);

    private final TerminalTable table;
    private final Clock clock;
    private final Map<String, TrackedTerminal> byPhone = new ConcurrentHashMap<>();
    private final Map<UUID, Set<TrackedTerminal>> byVehicle = new ConcurrentHashMap<>();
    private volatile Instant readAt = Instant.EPOCH;

    TerminalDirectory(TerminalTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** Reads every terminal, once at the start. */
    public Uni<Void> load() {
        return read(table::listAll);
    }

    /** Reads the terminals that were changed since the last time. */
    public Uni<Void> refresh() {
        Instant since = readAt.minus(OVERLAP);
        return read(() -> table.listChangedSince(since));
    }

    /** Reads one terminal again, because its row was just changed. */
    public Uni<Optional<TrackedTerminal>> reload(String phone) {
        return table.find(phone).map(found -> found.map(this::enter));
    }

    /** The terminal, from memory. */
    public Optional<TrackedTerminal> find(String phone) {
        return Optional.ofNullable(byPhone.get(TerminalPhone.canonical(phone)));
    }

    /** The terminal, from memory or the database, taken in when it is a stranger and strangers are. */
    public Uni<Optional<TrackedTerminal>> findOrKeep(String phone, TerminalProtocol protocol) {
        String canonical = TerminalPhone.canonical(phone);
        Optional<TrackedTerminal> known = find(canonical);
        return known.isPresent()
                ? Uni.createFrom().item(known)
                : table.keepUnknown(canonical, protocol).map(found -> found.map(this::enter));
    }

    /** The terminals that a vehicle carries. */
    public Collection<TrackedTerminal> listByVehicle(UUID vehicleId) {
        return Collections.unmodifiableSet(byVehicle.getOrDefault(vehicleId, Set.of()));
    }

    /** Every terminal. */
    public Stream<TrackedTerminal> stream() {
        return byPhone.values().stream();
    }

    /** The terminals that some vehicle carries. */
    public Stream<Map.Entry<UUID, Set<TrackedTerminal>>> streamByVehicle() {
        return byVehicle.entrySet().stream();
    }

    /** Enters a row as it was just read or written. */
    TrackedTerminal enter(KnownTerminal row) {
        TrackedTerminal terminal = byPhone.computeIfAbsent(row.phone(), phone -> new TrackedTerminal(row));
        synchronized (terminal) {
            unfit(terminal, terminal.known().vehicleId(), row.vehicleId());
            terminal.known(row);
            fit(terminal, row.vehicleId());
        }
        return terminal;
    }

    private void unfit(TrackedTerminal terminal, @Nullable UUID before, @Nullable UUID now) {
        if (before != null && !Objects.equals(before, now)) {
            byVehicle.computeIfPresent(before, (id, terminals) -> {
                terminals.remove(terminal);
                return terminals.isEmpty() ? null : terminals;
            });
        }
    }

    private void fit(TrackedTerminal terminal, @Nullable UUID vehicleId) {
        if (vehicleId != null) {
            byVehicle.compute(vehicleId, (id, terminals) -> {
                Set<TrackedTerminal> fitted = terminals == null ? ConcurrentHashMap.newKeySet() : terminals;
                fitted.add(terminal);
                return fitted;
            });
        }
    }

    private Uni<Void> read(Supplier<Uni<List<KnownTerminal>>> query) {
        Instant now = clock.instant();
        return query.get()
                .invoke(rows -> {
                    rows.forEach(this::enter);
                    readAt = now;
                })
                .replaceWithVoid();
    }
}
