package org.rescueline.telephony.internal.ledger;

import io.smallrye.mutiny.Uni;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.rescueline.telephony.internal.fold.Leg;
import org.rescueline.telephony.internal.fold.LegReport;

/**
 * The rows that the reports of some calls may change: the calls themselves, and those calls whose legs the reports name
 * because a transfer hands them over.
 */
final class TouchedCalls {

    /**
     * One row is all there is to lock of a call, and a new call has none: two who learn of it in the same moment, such as
     * the live news and the record after a gap, or two nodes, take turns here. Held until the transaction ends.
     */
    private static final String TAKE_TURNS =
            "select count(*) from (select pg_advisory_xact_lock(hashtextextended(name, 0))"
                    + " from regexp_split_to_table(?1, chr(10)) as name) as turn";

    private final Map<CallKey, TouchedCall> byKey = new LinkedHashMap<>();
    private final Map<UUID, TouchedCall> calls = new LinkedHashMap<>();
    private final Map<LegName, CallLegEntity> legs = new HashMap<>();

    private TouchedCalls() {}

    private record LegName(String pbx, String uniqueid) {}

    /**
     * Locks and reads them, one query after the other. All rows that exist are locked by one query in the order of their
     * ids, so that two writes never wait for each other. A leg that moves in between to a call that is not read here is
     * taken for a new one and refused as a duplicate; whoever tries again finds it.
     */
    static Uni<TouchedCalls> open(Mutiny.Session session, Map<CallKey, List<LegReport>> reports) {
        return holdersOf(session, reports)
                .chain(holders -> lock(session, reports.keySet(), holders))
                .chain(found -> lockNew(session, without(found, reports.keySet()), found))
                .chain(found -> legsOf(session, found).map(rows -> of(reports.keySet(), found, rows)));
    }

    /** Lets each leg learn, and moves those that were handed over to this call. */
    void learn(CallKey key, List<LegReport> reports) {
        var own = Objects.requireNonNull(byKey.get(key));
        for (var report : reports) {
            var name = new LegName(key.pbx(), report.uniqueid());
            var leg = legs.get(name);
            if (leg == null) {
                legs.put(name, own.add(Leg.first(report)));
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

    /** The calls that have legs, those written first. A report of a leg that stays elsewhere makes no call here. */
    List<TouchedCall> withLegs() {
        return calls.values().stream()
                .filter(call -> !call.legRecords().isEmpty())
                .toList();
    }

    /** New rows only; the others are written because they changed. Alike after alike, so that they go together. */
    Uni<Void> persist(Mutiny.Session session) {
        var touched = withLegs();
        var newCalls = touched.stream()
                .filter(TouchedCall::isNew)
                .map(TouchedCall::call)
                .toArray();
        var newLegs = touched.stream().flatMap(call -> call.newLegs().stream()).toArray();
        return session.persistAll(newCalls).chain(() -> session.persistAll(newLegs));
    }

    private static TouchedCalls of(Set<CallKey> keys, List<CallEntity> found, List<CallLegEntity> rows) {
        var legsByCall = rows.stream().collect(Collectors.groupingBy(leg -> leg.callId));
        var stored = found.stream()
                .collect(Collectors.toMap(
                        TouchedCalls::keyOf,
                        call -> TouchedCall.stored(call, legsByCall.getOrDefault(call.id, List.of()))));
        var touched = new TouchedCalls();
        for (var key : keys) {
            var known = stored.remove(key);
            var own = known == null ? TouchedCall.made(key) : known;
            touched.byKey.put(key, own);
            touched.calls.put(own.call().id, own);
        }
        stored.values().forEach(other -> touched.calls.put(other.call().id, other));
        rows.forEach(leg -> touched.legs.put(new LegName(leg.pbx, leg.uniqueid), leg));
        return touched;
    }

    private static CallKey keyOf(CallEntity call) {
        return new CallKey(call.pbx, call.linkedid);
    }

    private static List<CallKey> without(List<CallEntity> found, Set<CallKey> keys) {
        var missing = new HashSet<>(keys);
        found.forEach(call -> missing.remove(keyOf(call)));
        return List.copyOf(missing);
    }

    /** The calls that have the legs now which the reports name. Their ids alone: what is read before the lock may be old. */
    private static Uni<List<UUID>> holdersOf(Mutiny.Session session, Map<CallKey, List<LegReport>> reports) {
        var uniqueids = reports.values().stream()
                .flatMap(List::stream)
                .map(LegReport::uniqueid)
                .collect(Collectors.toSet());
        return session.createQuery(
                        "select distinct l.callId from CallLegEntity l where l.pbx in :pbxs and l.uniqueid in :uniqueids",
                        UUID.class)
                .setParameter("pbxs", pbxsOf(reports.keySet()))
                .setParameter("uniqueids", uniqueids)
                .getResultList();
    }

    /** Those of these names, or of these ids. */
    private static Uni<List<CallEntity>> lock(Mutiny.Session session, Collection<CallKey> keys, List<UUID> ids) {
        return session.createQuery(
                        "from CallEntity c where c.pbx in :pbxs and c.linkedid in :linkedids or c.id in :ids order by c.id",
                        CallEntity.class)
                .setParameter("pbxs", pbxsOf(keys))
                .setParameter("linkedids", linkedidsOf(keys))
                .setParameter("ids", ids)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** What was not there: it is looked for again while nobody else can make it. */
    private static Uni<List<CallEntity>> lockNew(Mutiny.Session session, List<CallKey> keys, List<CallEntity> found) {
        if (keys.isEmpty()) {
            return Uni.createFrom().item(found);
        }
        var names = keys.stream()
                .map(key -> key.pbx() + " " + key.linkedid())
                .sorted()
                .collect(Collectors.joining("\n"));
        return session.createNativeQuery(TAKE_TURNS, Long.class)
                .setParameter(1, names)
                .getSingleResult()
                .chain(() -> lock(session, keys, List.of()))
                .map(made -> {
                    var all = new ArrayList<>(found);
                    all.addAll(made);
                    return all;
                });
    }

    private static Uni<List<CallLegEntity>> legsOf(Mutiny.Session session, List<CallEntity> calls) {
        if (calls.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return session.createQuery("from CallLegEntity l where l.callId in :ids", CallLegEntity.class)
                .setParameter("ids", calls.stream().map(call -> call.id).toList())
                .getResultList();
    }

    private static Set<String> pbxsOf(Collection<CallKey> keys) {
        return keys.stream().map(CallKey::pbx).collect(Collectors.toSet());
    }

    private static Set<String> linkedidsOf(Collection<CallKey> keys) {
        return keys.stream().map(CallKey::linkedid).collect(Collectors.toSet());
    }
}
