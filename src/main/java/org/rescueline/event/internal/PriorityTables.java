package org.rescueline.event.internal;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rescueline.event.PriorityRow;
import org.rescueline.event.PriorityTable;
import org.rescueline.shared.Actor;
import org.rescueline.shared.Failure;

/**
 * The priority table by versions. Read afresh for every decision: it is a dozen rows, and an administrator who corrected
 * it expects the next case to follow, on every node.
 */
@ApplicationScoped
class PriorityTables {

    private final Clock clock;

    PriorityTables(Clock clock) {
        this.clock = clock;
    }

    Uni<PriorityTable> inForce() {
        return Panache.getSession().chain(PriorityTables::newest);
    }

    /** Puts checked rows in force; two administrators at once: the key lets one of them through. */
    Uni<PriorityTable> replace(List<PriorityRow> rows, Actor actor, long version) {
        return Panache.getSession().chain(session -> newest(session)
                .invoke(current -> {
                    if (current.version() != version) {
                        throw Failure.stale(current);
                    }
                })
                .chain(() -> write(session, rows, actor, version + 1))
                .chain(() -> newest(session)));
    }

    private Uni<Void> write(Mutiny.Session session, List<PriorityRow> rows, Actor actor, long version) {
        var table = new PriorityTableEntity();
        table.version = version;
        table.changedAt = clock.instant();
        table.changedBy = actor.name();
        var entities =
                rows.stream().map(row -> PriorityRuleEntity.of(version, row)).toArray();
        return session.persist(table)
                .chain(session::flush)
                .chain(() -> session.persistAll(entities))
                .chain(session::flush);
    }

    private static Uni<PriorityTable> newest(Mutiny.Session session) {
        return session.createSelectionQuery("from PriorityTable order by version desc", PriorityTableEntity.class)
                .setMaxResults(1)
                .getSingleResult()
                .chain(table -> rowsOf(session, table.version)
                        .map(rows -> new PriorityTable(table.version, rows, table.changedAt, table.changedBy)));
    }

    private static Uni<List<PriorityRow>> rowsOf(Mutiny.Session session, long version) {
        return session.createSelectionQuery(
                        "from PriorityRule where version = :version order by place", PriorityRuleEntity.class)
                .setParameter("version", version)
                .getResultList()
                .map(rows -> rows.stream().map(PriorityRuleEntity::toRow).toList());
    }
}
