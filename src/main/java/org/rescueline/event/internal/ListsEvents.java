package org.rescueline.event.internal;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rescueline.event.EventFilter;
import org.rescueline.event.EventView;
import org.rescueline.shared.Page;
import org.rescueline.shared.PageRequest;
import org.rescueline.shared.SortFields;

/** Cases by filter, a page at a time. */
@ApplicationScoped
class ListsEvents {

    private static final SortFields SORT = SortFields.of(
            Map.of(
                    "number", "number",
                    "priority", "priority",
                    "openedAt", "openedAt",
                    "createdAt", "createdAt",
                    "state", "state"),
            "createdAt desc, id");

    /** A backslash is what {@code like} takes as its escape unless told otherwise; here it is told. */
    private static final String ESCAPE = " escape '!'";

    private final AssemblesView views;

    ListsEvents(AssemblesView views) {
        this.views = views;
    }

    Uni<Page<EventView>> list(EventFilter filter, PageRequest page) {
        var where = new Where(filter);
        var order = SORT.orderBy(page.sort());
        return Panache.getSession().chain(session -> {
            var count = session.createSelectionQuery("select count(*) from Event" + where.clause(), Long.class);
            var select = session.createSelectionQuery(
                    "from Event" + where.clause() + " order by " + order, EventEntity.class);
            where.arguments.forEach(count::setParameter);
            where.arguments.forEach(select::setParameter);
            return count.getSingleResult().chain(total -> select.setFirstResult(page.offset())
                    .setMaxResults(page.size())
                    .getResultList()
                    .chain(views::of)
                    .map(items -> Page.of(items, total, page)));
        });
    }

    /** The filter as conditions and their arguments. */
    private static final class Where {

        private final List<String> conditions = new ArrayList<>();
        private final Map<String, Object> arguments = new HashMap<>();

        Where(EventFilter filter) {
            add("state in (:states)", "states", filter.states().isEmpty() ? null : filter.states());
            add("kind in (:kinds)", "kinds", filter.kinds().isEmpty() ? null : filter.kinds());
            add("ownerId = :owner", "owner", filter.ownerId());
            add("vehicleId = :vehicle", "vehicle", filter.vehicleId());
            add("callerNumber = :caller", "caller", filter.callerNumber());
            add("createdAt >= :from", "from", filter.from());
            add("createdAt < :to", "to", filter.to());
            words(filter.words());
        }

        String clause() {
            return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        }

        private void add(String condition, String name, @Nullable Object value) {
            if (value != null) {
                conditions.add(condition);
                arguments.put(name, value);
            }
        }

        private void words(@Nullable String words) {
            if (words == null || words.isBlank()) {
                return;
            }
            var fields = List.of("number", "callerName", "vehiclePlate", "vehicleVin", "toldText");
            conditions.add(fields.stream()
                    .map(field -> "lower(" + field + ") like :words" + ESCAPE)
                    .reduce((one, other) -> one + " or " + other)
                    .map(any -> "(" + any + ")")
                    .orElseThrow());
            var escaped = words.strip().toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0");
            arguments.put("words", "%" + escaped + "%");
        }
    }
}
