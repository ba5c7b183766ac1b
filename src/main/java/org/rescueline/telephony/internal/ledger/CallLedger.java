package org.rescueline.telephony.internal.ledger;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.rescueline.shared.AfterCommit;
import org.rescueline.shared.Facts;
import org.rescueline.shared.Failures;
import org.rescueline.shared.Outbox;
import org.rescueline.telephony.CallView;
import org.rescueline.telephony.CallbackRequested;
import org.rescueline.telephony.DialEnded;
import org.rescueline.telephony.internal.fold.CallStory;
import org.rescueline.telephony.internal.fold.LegReport;
import org.rescueline.telephony.internal.fold.Moment;
import org.rescueline.telephony.internal.fold.TellsCall;
import org.rescueline.telephony.internal.fold.TellsOutcome;

/**
 * Writes what the switch reports of one call, in one transaction:
 *
 * <ol>
 *   <li>lock the call's row, or make one; read its legs and those that the reports name;
 *   <li>let each leg learn; a leg that a transfer hands over moves to this call;
 *   <li>tell every touched call anew from its legs, and look up the operator who has it;
 *   <li>note the outcome of an order once its call is over;
 *   <li>put what must not be lost into the outbox;
 *   <li>after the commit, refresh the live view and tell the rooms above.
 * </ol>
 *
 * <p>Everything is folded from what is stored, so writing the same reports again changes nothing and tells nothing.
 */
@ApplicationScoped
public class CallLedger {

    /** More of them in a row would be no accident. */
    private static final int COLLISIONS = 3;

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
     * Writes the reports of one call. A leg of which two calls tell for the first time in the same moment is written by one
     * of them; the other finds it when it tries again.
     */
    public Uni<Void> write(CallKey key, List<LegReport> reports) {
        return Uni.createFrom()
                .deferred(() -> Panache.withTransaction(() -> writeOnce(key, reports)))
                .onFailure(Failures::isDuplicate)
                .retry()
                .atMost(COLLISIONS);
    }

    private Uni<Void> writeOnce(CallKey key, List<LegReport> reports) {
        return Panache.getSession()
                .chain(session -> TouchedCalls.open(session, key, reports).chain(touched -> {
                    touched.learn(reports);
                    return inTurn(touched.withLegs(), call -> retell(call, session))
                            .chain(() -> inTurn(touched.withLegs(), call -> noteRequest(call, reports, session)));
                }));
    }

    private Uni<Void> retell(TouchedCall touched, Mutiny.Session session) {
        return findAttempt(touched.call(), session).chain(order -> {
            var attempt = order.orElse(null);
            var purpose = attempt == null ? null : attempt.purpose;
            var story = tells.tell(touched.call().linkedid, touched.legRecords(), purpose);
            touched.take(story);
            if (attempt != null) {
                touched.call().takeOrder(attempt);
            }
            return nameOperator(touched.call(), story.operatorExtension())
                    .chain(() -> touched.persist(session))
                    .chain(() -> attempt == null ? nothing() : settle(attempt, story, touched.call().id))
                    .chain(() -> announce(touched.before(), touched.view()));
        });
    }

    /** The first word of a request makes it one; the row keeps a second word from being another. */
    private Uni<Void> noteRequest(TouchedCall touched, List<LegReport> reports, Mutiny.Session session) {
        var requested = reports.stream()
                .filter(report -> report.moment() == Moment.CALLBACK_REQUESTED)
                .filter(report -> touched.legRecords().stream()
                        .anyMatch(leg -> leg.uniqueid().equals(report.uniqueid())))
                .map(LegReport::at)
                .min(Comparator.naturalOrder());
        if (requested.isEmpty()) {
            return nothing();
        }
        var call = touched.view();
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

    /** An order's call is the one whose Linkedid is the attempt's id. */
    private static Uni<Optional<DialAttemptEntity>> findAttempt(CallEntity call, Mutiny.Session session) {
        return AttemptIds.parse(call.linkedid)
                .map(id -> session.find(DialAttemptEntity.class, id).map(Optional::ofNullable))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private Uni<Void> nameOperator(CallEntity call, @Nullable String extension) {
        if (extension == null || Objects.equals(extension, call.operatorExtension)) {
            return nothing();
        }
        return operators
                .at(extension)
                .invoke(operator -> {
                    call.operatorExtension = extension;
                    call.operatorId = operator.map(FindsOperator.Operator::id).orElse(null);
                    call.operatorName =
                            operator.map(FindsOperator.Operator::name).orElse(null);
                })
                .replaceWithVoid();
    }

    private Uni<Void> settle(DialAttemptEntity attempt, CallStory story, UUID callId) {
        var outcome = TellsOutcome.tell(story, Duration.ofMillis(attempt.ringTimeoutMillis), callId);
        if (outcome.isEmpty() || attempt.isOver()) {
            return nothing();
        }
        attempt.end(outcome.get());
        return outbox.put(new DialEnded(attempt.id, attempt.purpose, outcome.get()));
    }

    private Uni<Void> announce(@Nullable CallView before, CallView after) {
        var news = CallNews.between(before, after);
        if (news.isEmpty()) {
            return nothing();
        }
        var lasting = news.stream().filter(CallNews::mustArrive).toList();
        return inTurn(lasting, outbox::put)
                .chain(() -> AfterCommit.run(() -> {
                    live.accept(after);
                    news.forEach(facts::publish);
                }));
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
