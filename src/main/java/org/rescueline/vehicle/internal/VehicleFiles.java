package org.rescueline.vehicle.internal;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.rescueline.shared.Actor;
import org.rescueline.shared.Failure;
import org.rescueline.shared.Ids;
import org.rescueline.shared.table.TableFile;
import org.rescueline.shared.table.TableFormat;
import org.rescueline.vehicle.ImportProgress;
import org.rescueline.vehicle.ImportProgress.Step;
import org.rescueline.vehicle.ImportReport;

/**
 * Files of vehicles on their way in:
 *
 * <ol>
 *   <li>read, checked against the register, kept as they came; nothing else changes;
 *   <li>when somebody says so: claimed, so that nobody takes them twice, and checked again, since the register may have
 *       changed; then all rows, or all good ones, in one transaction.
 * </ol>
 */
@Singleton
class VehicleFiles {

    private static final String KEEP = "insert into vehicle_import (id, file_name, content, checked_at, actor_id,"
            + " actor_name) values ($1, $2, $3, $4, $5, $6)";
    private static final String READ = "select file_name, content, taken_at from vehicle_import where id = $1";
    private static final String TAKEN =
            "update vehicle_import set taken_at = $2, taken_by = $3, taken_rows = $4 where id = $1 and taken_at is null";

    private final Pool pool;
    private final Vertx vertx;
    private final ChecksImport checks;
    private final VehicleImport vehicleImport;
    private final TerminalNews terminalNews;
    private final ImportsUnderWay underWay;
    private final Clock clock;

    VehicleFiles(
            Pool pool,
            Vertx vertx,
            ChecksImport checks,
            VehicleImport vehicleImport,
            TerminalNews terminalNews,
            ImportsUnderWay underWay,
            Clock clock) {
        this.pool = pool;
        this.vertx = vertx;
        this.checks = checks;
        this.vehicleImport = vehicleImport;
        this.terminalNews = terminalNews;
        this.underWay = underWay;
        this.clock = clock;
    }

    /** @param progressId under which {@link #progress} tells how far the check is */
    Uni<ImportReport> check(String fileName, TableFormat format, byte[] content, UUID progressId, Actor actor) {
        var id = Ids.next();
        var values = Tuple.tuple()
                .addUUID(id)
                .addString(fileName)
                .addBuffer(Buffer.buffer(content))
                .addOffsetDateTime(utc(clock.instant()))
                .addString(actor.id())
                .addString(actor.name());
        return read(progressId, format, content)
                .call(outcome -> pool.preparedQuery(KEEP).execute(values))
                .map(outcome -> report(id, fileName, outcome, null));
    }

    Uni<ImportReport> take(UUID id, boolean goodOnly, Actor actor) {
        return pool.preparedQuery(READ)
                .execute(Tuple.of(id))
                .map(rows -> rows.iterator())
                .chain(rows -> rows.hasNext()
                        ? take(id, rows.next(), goodOnly, actor)
                        : Uni.createFrom().failure(Failure.notFound("vehicle.import-unknown")));
    }

    /** How far the check or the taking is; absent when this node is at no such file now. */
    Optional<ImportProgress> progress(UUID id) {
        return underWay.find(id);
    }

    private Uni<ImportReport> take(UUID id, Row kept, boolean goodOnly, Actor actor) {
        if (kept.getOffsetDateTime("taken_at") != null) {
            return Uni.createFrom().failure(Failure.conflict("vehicle.import-taken"));
        }
        var name = kept.getString("file_name");
        var format = TableFormat.of(name).orElse(TableFormat.CSV);
        return read(id, format, kept.getBuffer("content").getBytes())
                .invoke(outcome -> requireGood(outcome, goodOnly))
                .chain(outcome -> write(id, outcome, actor).map(at -> report(id, name, outcome, at)))
                .call(terminalNews::readNow)
                .onFailure()
                .transform(VehicleConflicts::ofMany);
    }

    private Uni<ChecksImport.Outcome> read(UUID progressId, TableFormat format, byte[] content) {
        return vertx.executeBlocking(() -> TableFile.read(format, content), false)
                .invoke(table ->
                        underWay.begin(progressId, Step.CHECKING, table.rows().size()))
                .chain(table -> checks.check(table, rows -> underWay.did(progressId, rows)))
                .eventually(() -> underWay.end(progressId));
    }

    private Uni<Instant> write(UUID id, ChecksImport.Outcome outcome, Actor actor) {
        var now = clock.instant();
        var added = outcome.rows().stream()
                .filter(ChecksImport.Checked::isNew)
                .map(ChecksImport.Checked::entry)
                .toList();
        var changed = outcome.rows().stream()
                .filter(ChecksImport.Checked::isChange)
                .map(ChecksImport.Checked::entry)
                .toList();
        var note = Tuple.of(id, utc(now), actor.id(), added.size() + changed.size());
        underWay.begin(id, Step.WRITING, added.size() + changed.size());
        return vehicleImport
                .write(
                        added,
                        changed,
                        actor,
                        connection -> claim(connection, note),
                        written -> underWay.did(id, written))
                .eventually(() -> underWay.end(id))
                .replaceWith(now);
    }

    private static Uni<Void> claim(SqlConnection connection, Tuple note) {
        return connection
                .preparedQuery(TAKEN)
                .execute(note)
                .invoke(done -> {
                    if (done.rowCount() == 0) {
                        throw Failure.conflict("vehicle.import-taken");
                    }
                })
                .replaceWithVoid();
    }

    private static void requireGood(ChecksImport.Outcome outcome, boolean goodOnly) {
        long bad = outcome.rows().stream().filter(ChecksImport.Checked::isBad).count();
        if (bad > 0 && !goodOnly) {
            throw Failure.conflict("vehicle.import-bad-rows", Map.of("count", bad));
        }
    }

    private static ImportReport report(UUID id, String name, ChecksImport.Outcome outcome, @Nullable Instant takenAt) {
        var rows = outcome.rows();
        int bad = count(rows, ChecksImport.Checked::isBad);
        int added = count(rows, ChecksImport.Checked::isNew);
        int changed = count(rows, ChecksImport.Checked::isChange);
        var badRows = rows.stream()
                .filter(ChecksImport.Checked::isBad)
                .map(row -> new ImportReport.BadRow(
                        row.row().number(), row.row().name(), row.row().problems()))
                .toList();
        return new ImportReport(
                id,
                name,
                rows.size(),
                added,
                changed,
                rows.size() - bad - added - changed,
                badRows,
                outcome.ignoredHeadings(),
                takenAt);
    }

    private static int count(List<ChecksImport.Checked> rows, Predicate<ChecksImport.Checked> wanted) {
        return (int) rows.stream().filter(wanted).count();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
