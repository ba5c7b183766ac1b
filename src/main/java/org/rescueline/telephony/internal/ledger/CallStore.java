package org.rescueline.telephony.internal.ledger;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.rescueline.shared.Page;
import org.rescueline.shared.PageRequest;
import org.rescueline.shared.PhoneNumber;
import org.rescueline.shared.SortFields;
import org.rescueline.telephony.CallFilter;
import org.rescueline.telephony.CallView;
import org.rescueline.telephony.CallsOfNumber;

/** Reads calls from the ledger. */
@ApplicationScoped
public class CallStore {

    private static final SortFields SORT = SortFields.of(
            Map.of(
                    "offeredAt", "c.offeredAt",
                    "answeredAt", "c.answeredAt",
                    "endedAt", "c.endedAt",
                    "state", "c.state",
                    "callerNumber", "c.callerNumber",
                    "dialedNumber", "c.dialedNumber",
                    "operatorName", "c.operatorName"),
            "c.offeredAt desc, c.id");

    /** The call, if there is one. */
    @WithSession
    public Uni<Optional<CallView>> find(UUID id) {
        return Panache.getSession().chain(session -> session.find(CallEntity.class, id)
                .chain(call -> call == null
                        ? Uni.createFrom().item(Optional.<CallView>empty())
                        : views(session, List.of(call)).map(found -> Optional.of(found.get(0)))));
    }

    /** Whether the ledger has a call. */
    @WithSession
    public Uni<Boolean> exists(CallKey key) {
        return Panache.getSession()
                .chain(session -> session.createQuery(
                                "select count(*) from CallEntity c where c.pbx = :pbx and c.linkedid = :linkedid",
                                Long.class)
                        .setParameter("pbx", key.pbx())
                        .setParameter("linkedid", key.linkedid())
                        .getSingleResult())
                .map(found -> found > 0);
    }

    /** One page of calls. */
    @WithSession
    public Uni<Page<CallView>> list(CallFilter filter, PageRequest page) {
        var parameters = new HashMap<String, Object>();
        var where = where(filter, parameters);
        return Panache.getSession()
                .chain(session -> count(session, where, parameters).chain(total -> query(
                                session,
                                "from CallEntity c" + where + " order by " + SORT.orderBy(page.sort()),
                                parameters)
                        .setFirstResult(page.offset())
                        .setMaxResults(page.size())
                        .getResultList()
                        .chain(calls -> views(session, calls))
                        .map(views -> Page.of(views, total, page))));
    }

    /** How many calls there have been from and to a number, and since when. */
    @WithSession
    public Uni<CallsOfNumber> count(PhoneNumber number) {
        return Panache.getSession().chain(session -> session.createQuery(
                        "select count(*), min(c.offeredAt) from CallEntity c"
                                + " where c.callerNumber = :number or c.dialedNumber in (:number, :dialable)",
                        CallsOfNumber.class)
                .setParameter("number", number.e164())
                .setParameter("dialable", number.dialable())
                .getSingleResult());
    }

    /** Calls that are not over, oldest first. */
    @WithSession
    public Uni<List<CallView>> listOpen() {
        return Panache.getSession().chain(session -> session.createQuery(
                        "from CallEntity c where c.state in (OFFERED, QUEUED, RINGING, ANSWERED) order by c.offeredAt, c.id",
                        CallEntity.class)
                .getResultList()
                .chain(calls -> views(session, calls)));
    }

    private static String where(CallFilter filter, Map<String, Object> parameters) {
        var where = new StringJoiner(" and ", " where ", "").setEmptyValue("");
        if (filter.state() != null) {
            where.add("c.state = :state");
            parameters.put("state", filter.state());
        }
        if (filter.direction() != null) {
            where.add("c.direction = :direction");
            parameters.put("direction", filter.direction());
        }
        if (filter.from() != null) {
            where.add("c.offeredAt >= :from");
            parameters.put("from", filter.from());
        }
        if (filter.to() != null) {
            where.add("c.offeredAt < :to");
            parameters.put("to", filter.to());
        }
        if (filter.operatorId() != null) {
            where.add("c.operatorId = :operator");
            parameters.put("operator", filter.operatorId());
        }
        number(filter.number(), where, parameters);
        return where.toString();
    }

    /** A whole number is looked up in its one form, a part of one anywhere in either number. */
    private static void number(@Nullable String number, StringJoiner where, Map<String, Object> parameters) {
        if (number == null || number.isBlank()) {
            return;
        }
        var whole = PhoneNumber.find(number);
        if (whole.isPresent()) {
            where.add("(c.callerNumber = :number or c.dialedNumber in (:number, :told))");
            parameters.put("number", whole.get().e164());
            parameters.put("told", number);
            return;
        }
        where.add("(c.callerNumber like :part or c.dialedNumber like :part)");
        parameters.put("part", "%" + number.replaceAll("[^0-9+]", "") + "%");
    }

    private static Uni<Long> count(Mutiny.Session session, String where, Map<String, Object> parameters) {
        var query = session.createQuery("select count(*) from CallEntity c" + where, Long.class);
        parameters.forEach(query::setParameter);
        return query.getSingleResult();
    }

    private static Mutiny.SelectionQuery<CallEntity> query(
            Mutiny.Session session, String hql, Map<String, Object> parameters) {
        var query = session.createQuery(hql, CallEntity.class);
        parameters.forEach(query::setParameter);
        return query;
    }

    private static Uni<List<CallView>> views(Mutiny.Session session, List<CallEntity> calls) {
        if (calls.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var ids = calls.stream().map(call -> call.id).toList();
        return session.createQuery("from CallLegEntity l where l.callId in :ids", CallLegEntity.class)
                .setParameter("ids", ids)
                .getResultList()
                .map(legs -> {
                    Map<UUID, List<CallLegEntity>> byCall = new HashMap<>();
                    legs.forEach(leg -> byCall.computeIfAbsent(leg.callId, id -> new ArrayList<>())
                            .add(leg));
                    return calls.stream()
                            .map(call -> call.view(byCall.getOrDefault(call.id, List.of())))
                            .toList();
                });
    }
}
