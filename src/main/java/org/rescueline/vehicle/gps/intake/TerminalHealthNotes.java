package org.rescueline.vehicle.gps.intake;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rescueline.vehicle.RegisterConfig;
import org.rescueline.vehicle.gps.fix.Fix;
import org.rescueline.vehicle.gps.fix.Judgement;

/**
 * Writes down what is wrong with terminals, many in one statement, every few seconds; so the work lists are the same on
 * every node and after a restart. Reports only put into a map. What a failed write held is written with the next one.
 */
@Singleton
public class TerminalHealthNotes {
    private static final String WRITE = """
            update terminal t
               set heard_at = u.heard_at, clock_wrong_since = u.clock_wrong_since, fix_frozen_since = u.fix_frozen_since
              from unnest($1::int[], $2::timestamptz[], $3::timestamptz[], $4::timestamptz[])
                   u(id, heard_at, clock_wrong_since, fix_frozen_since)
             where t.id = u.id""";

    private final Map<Integer, TerminalHealth.Note> waiting = new ConcurrentHashMap<>();
    private final Pool pool;
    private final RegisterConfig config;

    TerminalHealthNotes(Pool pool, RegisterConfig config) {
        this.pool = pool;
        this.config = config;
    }

    /** Learns from a report; called under the lock of the terminal's track, must return at once. */
    void take(TrackedTerminal terminal, Fix reported, Judgement judgement) {
        var note = terminal.health().take(reported, judgement, config.frozenAfter());
        if (note != null) {
            waiting.put(terminal.known().id(), note);
        }
    }

    /** Writes what waits. */
    @Scheduled(
            every = "${rescueline.vehicle.health-interval:10s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> write() {
        var notes = new HashMap<>(waiting);
        if (notes.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var ids = List.copyOf(notes.keySet());
        var values = Tuple.tuple()
                .addArrayOfInteger(ids.toArray(Integer[]::new))
                .addArrayOfOffsetDateTime(times(ids, notes, TerminalHealth.Note::heardAt))
                .addArrayOfOffsetDateTime(times(ids, notes, TerminalHealth.Note::clockWrongSince))
                .addArrayOfOffsetDateTime(times(ids, notes, TerminalHealth.Note::fixFrozenSince));
        return pool.preparedQuery(WRITE)
                .execute(values)
                .invoke(() -> notes.forEach(waiting::remove))
                .replaceWithVoid();
    }

    private static OffsetDateTime[] times(
            List<Integer> ids,
            Map<Integer, TerminalHealth.Note> notes,
            Function<TerminalHealth.Note, @Nullable Instant> time) {
        return ids.stream()
                .map(notes::get)
                .map(note -> note == null ? null : time.apply(note))
                .map(instant -> instant == null ? null : instant.atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new);
    }
}
