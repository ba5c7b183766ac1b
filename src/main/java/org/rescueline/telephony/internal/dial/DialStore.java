package org.rescueline.telephony.internal.dial;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rescueline.security.Viewer;
import org.rescueline.shared.Outbox;
import org.rescueline.telephony.DialEnded;
import org.rescueline.telephony.DialOrder;
import org.rescueline.telephony.DialOutcome;
import org.rescueline.telephony.DialResult;
import org.rescueline.telephony.internal.ledger.DialAttemptEntity;

/** The rows of orders. */
@ApplicationScoped
public class DialStore {

    private final Outbox outbox;

    DialStore(Outbox outbox) {
        this.outbox = outbox;
    }

    /** The order, if it was ever stored. */
    @WithSession
    public Uni<Optional<DialAttemptEntity>> find(UUID attemptId) {
        return Panache.getSession()
                .chain(session -> session.find(DialAttemptEntity.class, attemptId))
                .map(Optional::ofNullable);
    }

    /** Stores an order before the switch hears of it; false when it is stored already. */
    @WithTransaction
    Uni<Boolean> insert(DialOrder order, @Nullable Viewer by, @Nullable UUID eventId, String pbx, Instant at) {
        var row = DialAttemptEntity.of(order, pbx, at);
        row.orderedBy = by == null ? null : by.userId();
        row.orderedByName = by == null ? null : by.name();
        row.eventId = eventId;
        return Panache.getSession().chain(session -> session.find(DialAttemptEntity.class, row.id)
                .chain(known -> known == null
                        ? session.persist(row).replaceWith(true)
                        : Uni.createFrom().item(false)));
    }

    /**
     * Takes an order again of which nothing ever rang. Of two who try, one succeeds.
     *
     * @param orderedAt as the one who tries has read it
     */
    @WithTransaction
    Uni<Boolean> takeAgain(UUID attemptId, Instant orderedAt, String pbx, Instant at) {
        return Panache.getSession()
                .chain(session -> session.createMutationQuery("""
                                update DialAttemptEntity a set a.orderedAt = :at, a.pbx = :pbx
                                where a.id = :id and a.orderedAt = :orderedAt and a.result is null
                                """)
                        .setParameter("at", at)
                        .setParameter("pbx", pbx)
                        .setParameter("id", attemptId)
                        .setParameter("orderedAt", orderedAt)
                        .executeUpdate())
                .map(updated -> updated == 1);
    }

    /** What somebody, or everybody, rang from the page, the newest first. */
    @WithSession
    Uni<List<DialAttemptEntity>> listDirect(@Nullable UUID by, @Nullable UUID eventId, int limit) {
        var wanted = "from DialAttemptEntity a where a.purpose = DIRECT"
                + (by == null ? "" : " and a.orderedBy = :by")
                + (eventId == null ? "" : " and a.eventId = :event")
                + " order by a.orderedAt desc";
        return Panache.getSession().chain(session -> {
            var query = session.createQuery(wanted, DialAttemptEntity.class).setMaxResults(limit);
            if (by != null) {
                query.setParameter("by", by);
            }
            if (eventId != null) {
                query.setParameter("event", eventId);
            }
            return query.getResultList();
        });
    }

    /** The number that this caller rang last; null for one who never did. */
    @WithSession
    Uni<@Nullable String> lastRung(String callerNumber) {
        return Panache.getSession().chain(session -> session.createQuery("""
                        select c.dialedNumber from CallEntity c
                        where c.callerNumber = :number and c.direction = INBOUND and c.dialedNumber is not null
                        order by c.offeredAt desc
                        """, String.class)
                .setParameter("number", callerNumber)
                .setMaxResults(1)
                .getSingleResultOrNull());
    }

    /** Notes that the switch has the order. */
    @WithTransaction
    Uni<DialAttemptEntity> noteSent(UUID attemptId, Instant at) {
        return locked(attemptId).invoke(attempt -> attempt.sentAt = at);
    }

    /** Notes that the switch refused the order: the outcome is that our line failed. */
    @WithTransaction
    Uni<DialAttemptEntity> refuse(UUID attemptId, String words, Instant at) {
        return locked(attemptId).call(attempt -> {
            attempt.refusal = words;
            return endIfOpen(attempt, at);
        });
    }

    /** Ends an order that never became a channel, unless it is over. */
    @WithTransaction
    public Uni<Void> endWithoutChannel(UUID attemptId, Instant at) {
        return Panache.getSession()
                .chain(session -> session.find(DialAttemptEntity.class, attemptId, LockModeType.PESSIMISTIC_WRITE))
                .chain(attempt -> attempt == null ? Uni.createFrom().voidItem() : endIfOpen(attempt, at));
    }

    /** Orders without an outcome, given before a moment. */
    @WithSession
    Uni<List<DialAttemptEntity>> listOpen(String pbx, Instant orderedBefore) {
        return Panache.getSession().chain(session -> session.createQuery("""
                        from DialAttemptEntity a
                        where a.pbx = :pbx and a.result is null and a.orderedAt < :before
                        order by a.orderedAt
                        """, DialAttemptEntity.class)
                .setParameter("pbx", pbx)
                .setParameter("before", orderedBefore)
                .getResultList());
    }

    private static Uni<DialAttemptEntity> locked(UUID attemptId) {
        return Panache.getSession()
                .chain(session -> session.find(DialAttemptEntity.class, attemptId, LockModeType.PESSIMISTIC_WRITE));
    }

    private Uni<Void> endIfOpen(DialAttemptEntity attempt, Instant at) {
        if (attempt.isOver() || attempt.callId != null) {
            return Uni.createFrom().voidItem();
        }
        var outcome = new DialOutcome(
                DialResult.LINE_FAILED, null, 0, DialOutcome.CAUSE_UNKNOWN, attempt.orderedAt, null, null, at, null);
        attempt.end(outcome);
        return outbox.put(new DialEnded(attempt.id, attempt.purpose, outcome));
    }
}
