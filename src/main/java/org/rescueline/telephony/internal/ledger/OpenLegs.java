package org.rescueline.telephony.internal.ledger;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.rescueline.shared.Ids;
import org.rescueline.telephony.internal.fold.LegReport;
import org.rescueline.telephony.internal.fold.Moment;

/** Legs that the ledger holds for up. */
@ApplicationScoped
public class OpenLegs {

    /** What the record tells of the last moments before a snapshot may have gone on after it. */
    private static final Duration RECENT = Duration.ofSeconds(2);

    /** Whether the ledger has held any leg of the switch for up since before that moment. */
    @WithSession
    public Uni<Boolean> isAnySince(String pbx, Instant moment) {
        return Panache.getSession()
                .chain(session -> session.createQuery(
                                "select count(*) from CallLegEntity l where l.pbx = :pbx and l.endedAt is null and l.id < :known",
                                Long.class)
                        .setParameter("pbx", pbx)
                        .setParameter("known", Ids.first(moment))
                        .getSingleResult())
                .map(open -> open > 0);
    }

    /**
     * The ends of legs that the ledger held for up by a moment, or has learnt of from the record since, and that are not in
     * a snapshot: a switch that dies writes no ends. When and why each ended nobody knows any more: it is told as ended by
     * the time of the snapshot, without a cause.
     *
     * @param upBefore not after the snapshot was taken
     */
    @WithSession
    public Uni<List<LegReport>> listVanished(String pbx, List<LegReport> snapshot, Instant takenAt, Instant upBefore) {
        var present = snapshot.stream().map(LegReport::uniqueid).collect(Collectors.toSet());
        return Panache.getSession().chain(session -> session.createQuery(
                        "from CallLegEntity l where l.pbx = :pbx and l.endedAt is null"
                                + " and (l.id < :known or l.rebuilt and l.firstSeenAt < :before)",
                        CallLegEntity.class)
                .setParameter("pbx", pbx)
                .setParameter("known", Ids.first(upBefore))
                .setParameter("before", upBefore.minus(RECENT))
                .getResultList()
                .map(legs -> legs.stream()
                        .filter(leg -> !present.contains(leg.uniqueid))
                        .map(leg -> ended(leg, takenAt))
                        .toList()));
    }

    private static LegReport ended(CallLegEntity leg, Instant takenAt) {
        var at = Instant.ofEpochMilli(takenAt.toEpochMilli());
        return LegReport.live(leg.linkedid, leg.uniqueid, leg.channel, Moment.ENDED, at)
                .fromRecord();
    }
}
