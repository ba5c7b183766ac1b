package org.rescueline.telephony.internal.ledger;

import io.smallrye.mutiny.Uni;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rescueline.telephony.internal.fold.Leg;
import org.rescueline.telephony.internal.fold.LegReport;

/**
 * The rows that the reports of one call may change: the call itself, and those calls whose legs the reports name because
 * a transfer hands them over.
 */
final class TouchedCalls {

    private final UUID ownId;
    private final Map<UUID, TouchedCall> calls = new LinkedHashMap<>();
    private final Map<String, CallLegEntity> legs = new HashMap<>();

    private TouchedCalls(TouchedCall own) {
        this.ownId = own.call().id;
        this.calls.put(ownId, own);
    }

    /**
     * One row is all there is to lock of a call, and a new call has none: two who learn of it in the same moment, such as
     * the live news and the record after a gap, or two nodes, take turns here. Held until the transaction ends.
     */
    private static final String TAKE_TURNS =
            "select 1 from (select pg_advisory_xact_lock(hashtextextended(?1, 0))) as turn";

    /** Locks and reads them, one query after the other. */
    static Uni<TouchedCalls> open(Mutiny.Session session, CallKey key, List<LegReport> reports) {
        return lockOrTakeTurns(session, key)
                .chain(own -> named(session, key, reports).chain(named -> {
                    var others = named.stream().map(leg -> leg.callId).collect(Collectors.toSet());
                    own.forEach(call -> others.remove(call.id));
                    return lock(session, others.stream().sorted().toList()).chain(found -> {
                        var all = new ArrayList<>(own);
                        all.addAll(found);
                        return legsOf(session, all).map(rows -> of(key, own, all, rows));
                    });
                }));
    }

    /** Lets each leg learn, and moves those that were handed over to this call. */
    void learn(List<LegReport> reports) {
        var own = own();
        for (var report : reports) {
            var leg = legs.get(report.uniqueid());
            if (leg == null) {
                legs.put(report.uniqueid(), own.add(Leg.first(report)));
                continue;
            }
            leg.take(leg.toLeg().learn(report));
            var holder = Objects.requireNonNull(calls.get(leg.callId));
            boolean isOurs = leg.linkedid.equals(own.call().linkedid);
            if (holder != own && isOurs && !holder.isHeldBy(leg)) {
                holder.handOver(leg, own);
            }
        }
    }

    /** The calls that have legs, this one first. A report of a leg that stays elsewhere makes no call here. */
    List<TouchedCall> withLegs() {
        return calls.values().stream()
                .filter(call -> !call.legRecords().isEmpty())
                .toList();
    }

    private TouchedCall own() {
        return Objects.requireNonNull(calls.get(ownId));
    }

    private static TouchedCalls of(CallKey key, List<CallEntity> own, List<CallEntity> all, List<CallLegEntity> rows) {
        var byCall = rows.stream().collect(Collectors.groupingBy(leg -> leg.callId));
        var stored = all.stream()
                .map(call -> TouchedCall.stored(call, byCall.getOrDefault(call.id, List.of())))
                .toList();
        var touched = new TouchedCalls(own.isEmpty() ? TouchedCall.made(key) : stored.get(0));
        stored.forEach(call -> touched.calls.putIfAbsent(call.call().id, call));
        rows.forEach(leg -> touched.legs.put(leg.uniqueid, leg));
        return touched;
    }

    private static Uni<List<CallEntity>> lockOrTakeTurns(Mutiny.Session session, CallKey key) {
        return lock(session, key)
                .chain(known -> known.isEmpty()
                        ? session.createNativeQuery(TAKE_TURNS, Integer.class)
                                .setParameter(1, key.pbx() + " " + key.linkedid())
                                .getSingleResult()
                                .chain(() -> lock(session, key))
                        : Uni.createFrom().item(known));
    }

    private static Uni<List<CallEntity>> lock(Mutiny.Session session, CallKey key) {
        return session.createQuery("from CallEntity c where c.pbx = :pbx and c.linkedid = :linkedid", CallEntity.class)
                .setParameter("pbx", key.pbx())
                .setParameter("linkedid", key.linkedid())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    private static Uni<List<CallEntity>> lock(Mutiny.Session session, List<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return session.createQuery("from CallEntity c where c.id in :ids order by c.id", CallEntity.class)
                .setParameter("ids", ids)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    private static Uni<List<CallLegEntity>> named(Mutiny.Session session, CallKey key, List<LegReport> reports) {
        return session.createQuery(
                        "from CallLegEntity l where l.pbx = :pbx and l.uniqueid in :uniqueids", CallLegEntity.class)
                .setParameter("pbx", key.pbx())
                .setParameter(
                        "uniqueids",
                        reports.stream().map(LegReport::uniqueid).distinct().toList())
                .getResultList();
    }

    private static Uni<List<CallLegEntity>> legsOf(Mutiny.Session session, List<CallEntity> calls) {
        if (calls.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return session.createQuery("from CallLegEntity l where l.callId in :ids", CallLegEntity.class)
                .setParameter("ids", calls.stream().map(call -> call.id).toList())
                .getResultList();
    }
}
