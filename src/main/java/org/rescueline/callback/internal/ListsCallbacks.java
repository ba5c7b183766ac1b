package org.rescueline.callback.internal;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.rescueline.callback.CallbackFilter;
import org.rescueline.callback.CallbackView;
import org.rescueline.shared.Page;
import org.rescueline.shared.PageRequest;
import org.rescueline.shared.SortFields;

/** Callbacks by filter, the most urgent first: open ones by deadline, then the finished ones, newest first. */
@ApplicationScoped
class ListsCallbacks {

    private static final SortFields SORT = SortFields.of(
            Map.of("dueAt", "dueAt", "deadlineAt", "deadlineAt", "createdAt", "createdAt", "state", "state"),
            "doneAt desc nulls first, deadlineAt asc, id");

    private final CallbackViews views;

    ListsCallbacks(CallbackViews views) {
        this.views = views;
    }

    Uni<Page<CallbackView>> list(CallbackFilter filter, PageRequest page) {
        var conditions = new ArrayList<String>();
        var arguments = new HashMap<String, Object>();
        if (!filter.states().isEmpty()) {
            conditions.add("state in (:states)");
            arguments.put("states", filter.states());
        }
        if (!filter.reasons().isEmpty()) {
            conditions.add("reason in (:reasons)");
            arguments.put("reasons", filter.reasons());
        }
        if (filter.number() != null) {
            conditions.add("number = :number");
            arguments.put("number", filter.number());
        }
        var where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        return page(where, arguments, page);
    }

    private Uni<Page<CallbackView>> page(String where, Map<String, Object> arguments, PageRequest page) {
        var order = SORT.orderBy(page.sort());
        return Panache.getSession().chain(session -> {
            var count = session.createSelectionQuery("select count(*) from Callback" + where, Long.class);
            var select =
                    session.createSelectionQuery("from Callback" + where + " order by " + order, CallbackEntity.class);
            arguments.forEach(count::setParameter);
            arguments.forEach(select::setParameter);
            return count.getSingleResult().chain(total -> select.setFirstResult(page.offset())
                    .setMaxResults(page.size())
                    .getResultList()
                    .chain(views::of)
                    .map(items -> Page.of(items, total, page)));
        });
    }
}
