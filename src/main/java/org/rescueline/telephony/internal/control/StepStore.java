package org.rescueline.telephony.internal.control;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.rescueline.shared.Actor;
import org.rescueline.shared.Facts;
import org.rescueline.shared.Ids;
import org.rescueline.telephony.CallStep;
import org.rescueline.telephony.CallStepKind;
import org.rescueline.telephony.CallStepTaken;
import org.rescueline.telephony.PbxAddress;
import org.rescueline.telephony.internal.ami.HoldReport;
import org.rescueline.telephony.internal.fold.NumberPlan;

/** What was done with calls: only ever appended to. */
@ApplicationScoped
public class StepStore {

    private static final String COLUMNS = "id, call_id, at, kind, extension, target, reason, actor_id, actor_name";

    private final Pool pool;
    private final Facts facts;
    private final NumberPlan plan;
    private final MeterRegistry meters;

    StepStore(Pool pool, Facts facts, NumberPlan plan, MeterRegistry meters) {
        this.pool = pool;
        this.facts = facts;
        this.plan = plan;
        this.meters = meters;
    }

    /** What a step is, before it has an id. */
    record Taken(
            UUID callId,
            CallStepKind kind,
            @Nullable String extension,
            @Nullable String target,
            @Nullable String reason) {

        static Taken of(UUID callId, CallStepKind kind, String extension) {
            return new Taken(callId, kind, extension, null, null);
        }

        Taken to(@Nullable String whom) {
            return new Taken(callId, kind, extension, whom, reason);
        }

        Taken because(@Nullable String why) {
            return new Taken(callId, kind, extension, target, why);
        }
    }

    /** Appends a step and tells of it. */
    Uni<Void> append(Taken step, Actor by, Instant at) {
        return pool.preparedQuery("insert into call_step (" + COLUMNS
                        + ") values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning " + COLUMNS)
                .execute(Tuple.tuple()
                        .addUUID(Ids.next())
                        .addUUID(step.callId())
                        .addOffsetDateTime(at.atOffset(ZoneOffset.UTC))
                        .addString(step.kind().name())
                        .addString(step.extension())
                        .addString(step.target())
                        .addString(step.reason())
                        .addString(by.id())
                        .addString(by.name()))
                .invoke(this::tell)
                .replaceWithVoid();
    }

    /** Notes that an operator's phone put its other side on hold or took it back; the caller's own hold key is not ours. */
    public Uni<Void> noteHold(PbxAddress pbx, HoldReport report) {
        var extension = plan.extensionOf(report.channel());
        if (extension.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var kind = report.held() ? CallStepKind.HELD : CallStepKind.RESUMED;
        return pool.preparedQuery("""
                        insert into call_step (id, call_id, at, kind, extension)
                        select $1, call_id, $2, $3, $4 from call_leg where pbx = $5 and uniqueid = $6
                        returning\s""" + COLUMNS)
                .execute(Tuple.of(
                        Ids.next(),
                        report.at().atOffset(ZoneOffset.UTC),
                        kind.name(),
                        extension.get(),
                        pbx.name(),
                        report.uniqueid()))
                .invoke(rows -> {
                    if (rows.rowCount() == 0) {
                        meters.counter("rescueline.telephony.steps.lost", "reason", "leg-unknown")
                                .increment();
                    }
                    tell(rows);
                })
                .replaceWithVoid();
    }

    /** The steps of a call, the oldest first. */
    public Uni<List<CallStep>> list(UUID callId) {
        return pool.preparedQuery("select " + COLUMNS + " from call_step where call_id = $1 order by at, id")
                .execute(Tuple.of(callId))
                .map(StepStore::read);
    }

    /** At whose phone somebody was asked last. */
    Uni<Optional<String>> findAsker(UUID callId) {
        return list(callId).map(taken -> taken.stream()
                .filter(step -> step.kind() == CallStepKind.ASKED)
                .reduce((earlier, later) -> later)
                .map(CallStep::extension));
    }

    private void tell(RowSet<Row> rows) {
        read(rows).forEach(step -> facts.publish(new CallStepTaken(step)));
    }

    private static List<CallStep> read(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new CallStep(
                        row.getUUID("id"),
                        row.getUUID("call_id"),
                        row.getOffsetDateTime("at").toInstant(),
                        CallStepKind.valueOf(row.getString("kind")),
                        row.getString("extension"),
                        row.getString("target"),
                        row.getString("reason"),
                        row.getString("actor_id"),
                        row.getString("actor_name")))
                .toList();
    }
}
