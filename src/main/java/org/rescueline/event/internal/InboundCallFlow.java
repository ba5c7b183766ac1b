package org.rescueline.event.internal;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.rescueline.event.CallAttached;
import org.rescueline.event.CallerCard;
import org.rescueline.event.CallerCardReady;
import org.rescueline.event.CallerCardReady.Phase;
import org.rescueline.event.EventConfig;
import org.rescueline.shared.AfterCommit;
import org.rescueline.shared.Facts;
import org.rescueline.shared.ReactiveBridge;
import org.rescueline.telephony.CallAnswered;
import org.rescueline.telephony.CallRinging;
import org.rescueline.telephony.CallState;
import org.rescueline.telephony.CallView;
import org.rescueline.telephony.TelephonyService;

/**
 * Path A, from the ringing telephone to the case.
 *
 * <ol>
 *   <li>It rings: the caller card goes to the desk, and each online terminal of the caller is asked where it is.
 *   <li>Terminals answered: the card goes again, with the fresh place and its stations.
 *   <li>Somebody answers: in one transaction the call goes into the caller's unfinished case or begins a draft.
 *   <li>After the commit: the card pops up with the case beside it.
 *   <li>The call is over: the timeline says so.
 * </ol>
 *
 * <p>News may come twice, late and out of order. A call is booked into a case once, by its id; a late ring does not take
 * the place of an answer; a missed end is found by {@link EndsMissedCalls}.
 */
@ApplicationScoped
class InboundCallFlow {

    private final BooksCall booking;
    private final CallerCards cards;
    private final AsksTerminals terminals;
    private final AssemblesView views;
    private final TelephonyService telephony;
    private final ReactiveBridge bridge;
    private final Facts facts;
    private final EventConfig config;

    InboundCallFlow(
            BooksCall booking,
            CallerCards cards,
            AsksTerminals terminals,
            AssemblesView views,
            TelephonyService telephony,
            ReactiveBridge bridge,
            Facts facts,
            EventConfig config) {
        this.booking = booking;
        this.cards = cards;
        this.terminals = terminals;
        this.views = views;
        this.telephony = telephony;
        this.bridge = bridge;
        this.facts = facts;
        this.config = config;
    }

    /** Steps 1 and 2. Waits for terminals, so it must not be run where the next call's news stands in line behind it. */
    Uni<Void> ringing(CallRinging ring) {
        return showRinging(ring)
                .chain(terminals::ask)
                .chain(anyAnswered -> anyAnswered
                        ? showRinging(ring).replaceWithVoid()
                        : Uni.createFrom().voidItem());
    }

    /** Steps 3 and 4; joins the transaction in which the news is ticked off. */
    Uni<Void> answered(CallAnswered answer) {
        return Panache.withTransaction(() -> booking.book(answer)
                .call(this::tellBooked)
                .chain(() -> AfterCommit.run(
                        () -> bridge.run("caller-card", config.callerCardDeadline(), () -> showAnswered(answer)))));
    }

    /** Step 5. */
    Uni<Void> ended(CallView call) {
        return Panache.withTransaction(() -> booking.end(call));
    }

    private Uni<CallerCard> showRinging(CallRinging ring) {
        return cards.of(ring.call()).invoke(card -> {
            // Booked meanwhile: somebody answered, perhaps at another desk than this one.
            if (card.eventId() == null) {
                facts.publish(new CallerCardReady(ring.callId(), ring.operatorExtension(), card, Phase.RINGING, null));
            }
        });
    }

    /** A call that is already over, as after an outage, pops up nowhere: its operator is long busy with another. */
    private Uni<Void> showAnswered(CallAnswered answer) {
        return Panache.withSession(() -> telephony.getCall(answer.callId()))
                .chain(call ->
                        call.state() == CallState.ANSWERED ? pop(call, answer.operatorExtension()) : ended(call));
    }

    private Uni<Void> pop(CallView call, String extension) {
        return cards.of(call)
                .invoke(card ->
                        facts.publish(new CallerCardReady(call.id(), extension, card, Phase.ANSWERED, card.eventId())))
                .replaceWithVoid();
    }

    private Uni<Void> tellBooked(BooksCall.Booked booked) {
        if (!booked.isNew()) {
            return Uni.createFrom().voidItem();
        }
        return views.of(booked.event())
                .chain(view -> AfterCommit.run(() -> facts.publish(new CallAttached(booked.callId(), view, true))));
    }
}
