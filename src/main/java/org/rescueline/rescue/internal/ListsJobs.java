package org.rescueline.rescue.internal;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rescueline.rescue.RescueFilter;
import org.rescueline.rescue.RescueJobView;
import org.rescueline.shared.Page;
import org.rescueline.shared.PageRequest;
import org.rescueline.shared.SortFields;

/** Lists of jobs. */
@Singleton
class ListsJobs {

    /** What breaks first stands first; jobs without a clock come last. */
    private static final SortFields SORT = SortFields.of(
            Map.of(
                    "number", "j.number",
                    "stage", "j.stage",
                    "stageSince", "j.stageSince",
                    "priority", "j.priority",
                    "dueAt", "j.promise.dueAt",
                    "createdAt", "j.createdAt"),
            "j.promise.dueAt asc nulls last, j.number");

    private final JobViews views;

    ListsJobs(JobViews views) {
        this.views = views;
    }

    Uni<Page<RescueJobView>> page(RescueFilter filter, PageRequest page) {
        var where = Where.of(filter);
        var order = SORT.orderBy(page.sort());
        return Panache.withSession(() -> Panache.getSession().chain(session -> where.in(
                        session.createQuery("select count(j) from JobEntity j" + where.clause, Long.class))
                .getSingleResult()
                .chain(total -> where.in(session.createQuery(
                                "from JobEntity j" + where.clause + " order by " + order, JobEntity.class))
                        .setFirstResult(page.offset())
                        .setMaxResults(page.size())
                        .getResultList()
                        .chain(views::of)
                        .map(items -> Page.of(items, total, page)))));
    }

    Uni<List<RescueJobView>> open() {
        return Panache.withSession(() -> Panache.getSession()
                .chain(session -> session.createQuery(
                                "from JobEntity j where j.stage in (:open) order by j.promise.dueAt asc nulls last, j.number",
                                JobEntity.class)
                        .setParameter("open", JobStore.OPEN)
                        .getResultList())
                .chain(views::of));
    }

    /** The condition of a list, with the values it names. */
    private record Where(String clause, Map<String, Object> values) {

        static Where of(RescueFilter filter) {
            var parts = new ArrayList<String>();
            var values = new HashMap<String, Object>();
            if (!filter.stages().isEmpty()) {
                parts.add("j.stage in (:stages)");
                values.put("stages", filter.stages());
            }
            if (filter.open() != null) {
                parts.add(filter.open() ? "j.stage in (:open)" : "j.stage not in (:open)");
                values.put("open", JobStore.OPEN);
            }
            if (filter.stationId() != null) {
                parts.add("j.stationId = :station");
                values.put("station", filter.stationId());
            }
            if (filter.eventId() != null) {
                parts.add("j.eventId = :event");
                values.put("event", filter.eventId());
            }
            return new Where(parts.isEmpty() ? "" : " where " + String.join(" and ", parts), values);
        }

        <T> Mutiny.SelectionQuery<T> in(Mutiny.SelectionQuery<T> query) {
            values.forEach((name, value) -> {
                if (value instanceof java.util.Collection<?> list) {
                    query.setParameter(name, list);
                } else {
                    query.setParameter(name, value);
                }
            });
            return query;
        }
    }
}
