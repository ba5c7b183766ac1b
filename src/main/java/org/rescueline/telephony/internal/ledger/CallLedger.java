package org.rescueline.telephony.internal.ledger;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.rescueline.shared.AfterCommit;
import org.rescueline.shared.Facts;
import org.rescueline.shared.Failures;
import org.rescueline.shared.Outbox;
import org.rescueline.telephony.CallbackRequested;
import org.rescueline.telephony.DialEnded;
import org.rescueline.telephony.internal.fold.CallStory;
import org.rescueline.telephony.internal.fold.Leg;
import org.rescueline.telephony.internal.fold.LegReport;
import org.rescueline.telephony.internal.fold.Moment;
import org.rescueline.telephony.internal.fold.TellsCall;
import org.rescueline.telephony.internal.fold.TellsOutcome;

/**
 * Writes what the switch reports of some calls, in one transaction:
 *
 * <ol>
 *   <li>lock the calls' rows, or make them; read their legs and the calls of those legs that the reports name;
 *   <li>let each leg learn; a leg that a transfer hands over moves to the call it belongs to;
 *   <li>tell every touched call anew from its legs, and look up the operator who has it;
 *   <li>note the outcome of an order once its call is over;
 *   <li>put what must not be lost into the outbox;
 *   <li>after the commit, refresh the live view and tell the rooms above.
 * </ol>
 *
 * <p>Everything is folded from what is stored, so writing the same reports again changes nothing and tells nothing. Each
 * step asks the database once for all calls together: what a write costs is the round trips, not the calls.
 */
@ApplicationScoped
public class CallLedger {

    /** More of them in a row would be no accident. */
    private static final int COLLISIONS = 3;

    /** Rows that go to the database in one message. */
    private static final int ROWS_TOGETHER = 100;

    private final TellsCall tells;
    private final FindsOperator operators;
    private final LiveCalls live;
    private final Facts facts;
    private final Outbox outbox;

    CallLedger(TellsCall tells, FindsOperator operators, LiveCalls live, Facts facts, Outbox outbox) {
        this.tells = tells;
        this.operators = operators;
        this.live = live;
        this.facts = facts;
        this.outbox = outbox;
    }

    /**
     * Writes the reports of some calls, all or none. A leg of which two calls tell for the first time in the same moment is
     * written by one of them; the other finds it when it tries again.
     */
    public Uni<Void> write(Map<CallKey, List<LegReport>> reports) {
        return Uni.createFrom()
                .deferred(() -> Panache.withTransaction(() -> writeOnce(reports)))
                .onFailure(Failures::isDuplicate)
                .retry()
                .atMost(COLLISIONS);
    }

    /** The same for one call. */
    public Uni<Void> write(CallKey key, List<LegReport> reports) {
        return write(Map.of(key, reports));
    }

    private Uni<Void> writeOnce(Map<CallKey, List<LegReport>> reports) {
        return Panache.getSession()
                .invoke(session -> session.setBatchSize(ROWS_TOGETHER))
                .chain(session -> TouchedCalls.open(session, reports).chain(touched -> {
                    reports.forEach(touched::learn);
                    return tellAnew(touched.withLegs(), session).chain(told -> touched.persist(session)
                            .chain(() -> announce(told))
                            .chain(() -> inTurn(told, each -> noteRequest(each, reports, session))));
                }));
    }

    /** A call as its legs tell it now, and the order that made it if it is one of ours. */
    private record Told(
            TouchedCall touched, CallStory story, @Nullable DialAttemptEntity order) {

        CallEntity call() {
            return touched.call();
        }
    }

    private Uni<List<Told>> tellAnew(List<TouchedCall> calls, Mutiny.Session session) {
        return ordersOf(calls, session).chain(orders -> {
            var told = calls.stream()
                    .map(call -> tellAnew(call, orders.get(call.call().linkedid)))
                    .toList();
            return nameOperators(told).replaceWith(told);
        });
    }

    private Told tellAnew(TouchedCall touched, @Nullable DialAttemptEntity order) {
        var story = tells.tell(touched.call().linkedid, touched.legRecords(), order == null ? null : order.purpose);
        touched.take(story);
        if (order != null) {
            touched.call().takeOrder(order);
        }
        return new Told(touched, story, order);
    }

    /** An order's call is the one whose Linkedid is the attempt's id. */
    private static Uni<Map<String, DialAttemptEntity>> ordersOf(List<TouchedCall> calls, Mutiny.Session session) {
        var ids = calls.stream()
                .flatMap(call -> AttemptIds.parse(call.call().linkedid).stream())
                .toList();
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return session.createQuery("from DialAttemptEntity a where a.id in :ids", DialAttemptEntity.class)
                .setParameter("ids", ids)
                .getResultList()
                .map(orders ->
                        orders.stream().collect(Collectors.toMap(order -> order.id.toString(), Function.identity())));
    }

    private Uni<Void> nameOperators(List<Told> told) {
        var changed = told.stream()
                .filter(each -> !Objects.equals(each.story().operatorExtension(), each.call().operatorExtension))
                .toList();
        // An operator's phone that was picked up as the caller left looks like an answer until the caller's end is
        // known.
        changed.stream()
                .filter(each -> each.story().operatorExtension() == null)
                .forEach(each -> each.call().takeOperator(null, null));
        var moved = changed.stream()
                .filter(each -> each.story().operatorExtension() != null)
                .collect(Collectors.groupingBy(
                        each -> Objects.requireNonNull(each.story().operatorExtension())));
        return inTurn(List.copyOf(moved.keySet()), extension -> operators
                .at(extension)
                .invoke(operator -> Objects.requireNonNull(moved.get(extension))
                        .forEach(each -> each.call().takeOperator(extension, operator.orElse(null))))
                .replaceWithVoid());
    }

    private Uni<Void> announce(List<Told> told) {
        var lasting = new ArrayList<>();
        var heard = new ArrayList<Runnable>();
        for (var each : told) {
            settle(each).ifPresent(lasting::add);
            var after = each.touched().view();
            var news = CallNews.between(each.touched().before(), after);
            news.stream().filter(CallNews::mustArrive).forEach(lasting::add);
            if (!news.isEmpty()) {
                heard.add(() -> {
                    live.accept(after);
                    news.forEach(facts::publish);
                });
            }
        }
        return outbox.putAll(lasting).chain(() -> AfterCommit.run(() -> heard.forEach(Runnable::run)));
    }

    private static Optional<DialEnded> settle(Told told) {
        var order = told.order();
        if (order == null || order.isOver()) {
            return Optional.empty();
        }
        return TellsOutcome.tell(told.story(), Duration.ofMillis(order.ringTimeoutMillis), told.call().id)
                .map(outcome -> {
                    order.end(outcome);
                    return new DialEnded(order.id, order.purpose, outcome);
                });
    }

    /** The first word of a request makes it one; the row keeps a second word from being another. */
    private Uni<Void> noteRequest(Told told, Map<CallKey, List<LegReport>> reports, Mutiny.Session session) {
        var legs = told.touched().legRecords().stream().map(Leg::uniqueid).collect(Collectors.toSet());
        var requested = reports.values().stream()
                .flatMap(List::stream)
                .filter(report -> report.moment() == Moment.CALLBACK_REQUESTED)
                .filter(report -> legs.contains(report.uniqueid()))
                .map(LegReport::at)
                .min(Comparator.naturalOrder());
        if (requested.isEmpty()) {
            return nothing();
        }
        var call = told.touched().view();
        var placeSince = call.queuedAt() == null ? call.offeredAt() : call.queuedAt();
        return session.flush()
                .chain(() -> session.createNativeQuery(
                                "insert into callback_request (call_id, at) values (?1, ?2) on conflict do nothing")
                        .setParameter(1, call.id())
                        .setParameter(2, requested.get())
                        .executeUpdate())
                .chain(inserted -> inserted == 0
                        ? nothing()
                        : outbox.put(new CallbackRequested(call.id(), placeSince, requested.get(), call)));
    }

    /** One session, one line: each after the one before. */
    private static <T> Uni<Void> inTurn(List<T> items, Function<? super T, Uni<Void>> step) {
        Uni<Void> line = nothing();
        for (var item : items) {
            line = line.chain(() -> step.apply(item));
        }
        return line;
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
