package org.rescueline.telephony.internal.dial;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rescueline.security.Viewer;
import org.rescueline.shared.Failure;
import org.rescueline.shared.PhoneNumber;
import org.rescueline.telephony.DialOrder;
import org.rescueline.telephony.DialPurpose;
import org.rescueline.telephony.OutboundCallView;
import org.rescueline.telephony.TelephonyConfig;
import org.rescueline.telephony.internal.ledger.DialAttemptEntity;

/**
 * Rings a number from the page:
 *
 * <ol>
 *   <li>an order that is stored already is not judged again: {@link DialFlow} tells what became of it;
 *   <li>the policy must allow it;
 *   <li>the hotline to show is the one asked for, else the one this customer rang last, else the first;
 *   <li>the operator's phone rings, then the number; the order is followed to its end like every other.
 * </ol>
 */
@ApplicationScoped
public class OutboundFlow {

    private static final int LISTED = 200;

    private final DialPolicy policy;
    private final DialFlow dialling;
    private final DialStore store;
    private final TelephonyConfig.Dial config;

    OutboundFlow(DialPolicy policy, DialFlow dialling, DialStore store, TelephonyConfig config) {
        this.policy = policy;
        this.dialling = dialling;
        this.store = store;
        this.config = config.dial();
    }

    /**
     * What somebody wants to ring.
     *
     * @param attemptId chosen by the page, so that a request sent twice rings once
     * @param hotline the number to show; null for the right one
     */
    public record Wanted(
            UUID attemptId,
            PhoneNumber number,
            @Nullable String hotline,
            @Nullable UUID eventId) {}

    /** Rings it. Fails as DENIED when the policy says no, as CONFLICT when the person has no extension. */
    public Uni<OutboundCallView> ring(Wanted wanted, Viewer by) {
        var extension = by.extension().orElseThrow(() -> Failure.conflict("telephony.no-extension"));
        return store.find(wanted.attemptId())
                .chain(known -> known.isPresent() ? requireOwn(known.get(), by) : order(wanted, extension, by))
                .chain(() -> get(wanted.attemptId()));
    }

    /** A call that was ordered; fails as NOT_FOUND. */
    public Uni<OutboundCallView> get(UUID attemptId) {
        return store.find(attemptId).map(found -> found.filter(attempt -> attempt.purpose == DialPurpose.DIRECT)
                .map(DialAttemptEntity::outboundView)
                .orElseThrow(() -> Failure.notFound("telephony", attemptId)));
    }

    /** What was rung from the page, the newest first, at most {@value #LISTED}. */
    public Uni<List<OutboundCallView>> list(@Nullable UUID by, @Nullable UUID eventId) {
        return store.listDirect(by, eventId, LISTED)
                .map(found ->
                        found.stream().map(DialAttemptEntity::outboundView).toList());
    }

    private Uni<Void> order(Wanted wanted, String extension, Viewer by) {
        return policy.require(wanted.number(), by)
                .chain(() -> hotlineFor(wanted))
                .map(hotline -> new DialOrder(
                        wanted.attemptId(),
                        DialPurpose.DIRECT,
                        wanted.number(),
                        extension,
                        config.ringTimeout(),
                        hotline))
                .chain(order -> dialling.dial(order, by, wanted.eventId()))
                .replaceWithVoid();
    }

    private static Uni<Void> requireOwn(DialAttemptEntity known, Viewer by) {
        if (!by.userId().equals(known.orderedBy)) {
            throw Failure.conflict("telephony.attempt-taken");
        }
        return Uni.createFrom().voidItem();
    }

    private Uni<String> hotlineFor(Wanted wanted) {
        var asked = wanted.hotline();
        if (asked != null) {
            if (!config.callerIds().contains(asked)) {
                throw Failure.invalid("hotline", "telephony.hotline-unknown", Map.of("hotline", asked));
            }
            return Uni.createFrom().item(asked);
        }
        return store.lastRung(wanted.number().e164()).map(rung -> Optional.ofNullable(rung)
                .flatMap(PhoneNumber::find)
                .map(PhoneNumber::dialable)
                .filter(config.callerIds()::contains)
                .orElseGet(() -> config.callerIds().get(0)));
    }
}
