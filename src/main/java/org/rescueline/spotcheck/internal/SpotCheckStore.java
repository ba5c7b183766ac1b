package org.rescueline.spotcheck.internal;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rescueline.shared.Page;
import org.rescueline.shared.PageRequest;
import org.rescueline.shared.SortFields;
import org.rescueline.spotcheck.SpotCheckFilter;
import org.rescueline.spotcheck.SpotCheckState;

/** Spot checks in the database, on the session that is open on this context. */
@ApplicationScoped
class SpotCheckStore {

    private static final SortFields SORT = SortFields.of(
            Map.of("requestedAt", "requestedAt", "ringSeconds", "ringSeconds", "verdict", "verdict"),
            "requestedAt desc, id");

    /** Name and code are looked for as they were at the time; a backslash in the words is no escape. */
    private static final String MATCHES_WORDS = """
            (lower(cast(sql('(cast(? as jsonb) ->> ''name'')', station) as String)) like :words escape '!'
             or lower(cast(sql('(cast(? as jsonb) ->> ''code'')', station) as String)) like :words escape '!'
             or number like :words escape '!')""";

    Uni<Void> persist(SpotCheckEntity check) {
        return session().chain(session -> session.persist(check).chain(session::flush));
    }

    Uni<Optional<SpotCheckEntity>> find(UUID id) {
        return session()
                .chain(session -> session.find(SpotCheckEntity.class, id))
                .map(Optional::ofNullable);
    }

    /** The check that an attempt at the switch belongs to, locked. */
    Uni<Optional<SpotCheckEntity>> lockByAttempt(UUID attemptId) {
        return query("from SpotCheck where attemptId = :attempt")
                .chain(query -> query.setParameter("attempt", attemptId)
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                        .getSingleResultOrNull())
                .map(Optional::ofNullable);
    }

    Uni<Boolean> isBeingChecked(UUID dutyPhoneId) {
        return query("from SpotCheck where dutyPhoneId = :phone and state <> :done")
                .chain(query -> query.setParameter("phone", dutyPhoneId)
                        .setParameter("done", SpotCheckState.DONE)
                        .getResultList())
                .map(running -> !running.isEmpty());
    }

    /** Checks without a verdict that were requested before the instant, oldest first. */
    Uni<List<SpotCheckEntity>> listUnsettled(Instant before, int limit) {
        return query("from SpotCheck where state <> :done and requestedAt < :before order by requestedAt")
                .chain(query -> query.setParameter("done", SpotCheckState.DONE)
                        .setParameter("before", before)
                        .setMaxResults(limit)
                        .getResultList());
    }

    /** Two supervisors who check one phone at one moment take turns. */
    Uni<Void> queueFor(UUID dutyPhoneId) {
        return session()
                .chain(session -> session.createNativeQuery(
                                "select 1 from (select pg_advisory_xact_lock(hashtextextended(?1, 420))) as held",
                                Integer.class)
                        .setParameter(1, dutyPhoneId.toString())
                        .getSingleResult())
                .replaceWithVoid();
    }

    /** What this viewer may know of: everything dialled, and their own requests. */
    Uni<Page<SpotCheckEntity>> list(SpotCheckFilter filter, PageRequest page, UUID viewer) {
        var conditions = new ArrayList<String>();
        var arguments = new HashMap<String, Object>();
        conditions.add("(state <> :claimed or requestedBy = :viewer)");
        arguments.put("claimed", SpotCheckState.CLAIMED);
        arguments.put("viewer", viewer);
        if (filter.stationId() != null) {
            conditions.add("stationId = :station");
            arguments.put("station", filter.stationId());
        }
        if (filter.words() != null) {
            conditions.add(MATCHES_WORDS);
            var escaped = filter.words().toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0");
            arguments.put("words", "%" + escaped + "%");
        }
        if (!filter.verdicts().isEmpty()) {
            conditions.add("verdict in (:verdicts)");
            arguments.put("verdicts", filter.verdicts());
        }
        if (!filter.states().isEmpty()) {
            conditions.add("state in (:states)");
            arguments.put("states", filter.states());
        }
        return page("from SpotCheck where " + String.join(" and ", conditions), arguments, page);
    }

    private static Uni<Page<SpotCheckEntity>> page(String from, Map<String, Object> arguments, PageRequest page) {
        var order = SORT.orderBy(page.sort());
        return session().chain(session -> {
            var count = session.createSelectionQuery("select count(*) " + from, Long.class);
            var select = session.createSelectionQuery(from + " order by " + order, SpotCheckEntity.class);
            arguments.forEach(count::setParameter);
            arguments.forEach(select::setParameter);
            return count.getSingleResult().chain(total -> select.setFirstResult(page.offset())
                    .setMaxResults(page.size())
                    .getResultList()
                    .map(items -> Page.of(items, total, page)));
        });
    }

    private static Uni<Mutiny.SelectionQuery<SpotCheckEntity>> query(String hql) {
        return session().map(session -> session.createSelectionQuery(hql, SpotCheckEntity.class));
    }

    private static Uni<Mutiny.Session> session() {
        return Panache.getSession();
    }
}
