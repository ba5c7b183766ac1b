package org.rescueline.telephony.internal.control;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rescueline.security.AuditedAct;
import org.rescueline.security.Audits;
import org.rescueline.security.UserView;
import org.rescueline.security.Viewer;
import org.rescueline.shared.Actor;
import org.rescueline.shared.ActorKind;
import org.rescueline.shared.Facts;
import org.rescueline.shared.Failure;
import org.rescueline.telephony.CallAnswered;
import org.rescueline.telephony.CallClaim;
import org.rescueline.telephony.CallLegView;
import org.rescueline.telephony.CallStepKind;
import org.rescueline.telephony.CallView;
import org.rescueline.telephony.TelephonyService;
import org.rescueline.telephony.internal.control.StepStore.Taken;

/**
 * What an operator does with a call in progress. Each path reads: who is on the line, is it allowed, tell the switch,
 * write the step down. The switch moves channels it already has, so Uniqueid and Linkedid stay and the ledger sees one call
 * throughout; whatever breaks in between, the dialplan brings the caller back to a person.
 */
@ApplicationScoped
public class CallControlFlow {

    private final TelephonyService telephony;
    private final ClaimStore claims;
    private final StepStore steps;
    private final MovesCalls moves;
    private final FindsTarget targets;
    private final Audits audits;
    private final Facts facts;
    private final Clock clock;

    CallControlFlow(
            TelephonyService telephony,
            ClaimStore claims,
            StepStore steps,
            MovesCalls moves,
            FindsTarget targets,
            Audits audits,
            Facts facts,
            Clock clock) {
        this.telephony = telephony;
        this.claims = claims;
        this.steps = steps;
        this.moves = moves;
        this.targets = targets;
        this.audits = audits;
        this.facts = facts;
        this.clock = clock;
    }

    void subscribe(@Observes StartupEvent started) {
        facts.on(CallAnswered.class, "call-claim", this::followPhone);
    }

    /** Claims a call that rings at the operator's phone or is spoken on there. Fails as CONFLICT when another has it. */
    public Uni<CallClaim> claim(UUID callId, UserView user) {
        return telephony.getCall(callId).chain(call -> {
            var extension = extensionOf(user);
            if (!isAt(call, extension)) {
                throw Failure.conflict(
                        "telephony.not-ringing", Map.of("extension", extension, "id", callId.toString()));
            }
            var wanted = new CallClaim(callId, user.id(), user.displayName(), extension, now());
            return claims.claim(wanted)
                    .call(claimed -> claimed.isEmpty()
                            ? Uni.createFrom().voidItem()
                            : steps.append(Taken.of(callId, CallStepKind.CLAIMED, extension), actorOf(user), now()))
                    .chain(claimed ->
                            claimed.map(mine -> Uni.createFrom().item(mine)).orElseGet(() -> theirs(callId, user)));
        });
    }

    /** Asks a colleague or somebody outside while the caller waits. */
    public Uni<Void> ask(UUID callId, String target, UserView user) {
        return onTheLine(callId, user, (call, parties) -> {
            parties.requireNobodyAsked();
            return targets.find(target, call, Viewer.of(user))
                    .call(found -> moves.ask(parties, found))
                    .chain(found -> note(call, CallStepKind.ASKED, user, found.words()));
        });
    }

    /** Stops asking: the one who is asked, or still rings, is let go; the operator is back with the caller. */
    public Uni<Void> endAsking(UUID callId, UserView user) {
        return asAsker(callId, user, (call, parties) -> {
            var asked = parties.asked().orElseThrow(() -> Failure.conflict("telephony.nobody-asked"));
            return moves.letGo(call.pbx(), asked).chain(() -> note(call, CallStepKind.ASK_ENDED, user, whoIs(asked)));
        });
    }

    /** Leaves the caller with the one who was asked. */
    public Uni<Void> handOver(UUID callId, UserView user) {
        return asAsker(callId, user, (call, parties) -> {
            var asked = parties.answeredAsked();
            return moves.handOver(parties).chain(() -> note(call, CallStepKind.HANDED_OVER, user, whoIs(asked)));
        });
    }

    /** Hands the caller on unasked. */
    public Uni<Void> transfer(UUID callId, String target, UserView user) {
        return onTheLine(callId, user, (call, parties) -> {
            parties.requireNobodyAsked();
            return targets.find(target, call, Viewer.of(user))
                    .call(found -> moves.transfer(parties.pbx(), parties.far(), found))
                    .chain(found -> note(call, CallStepKind.TRANSFERRED, user, found.words()));
        });
    }

    /** Brings caller, operator and the one who was asked to one table. */
    public Uni<Void> confer(UUID callId, UserView user) {
        return asAsker(callId, user, (call, parties) -> {
            var asked = parties.answeredAsked();
            return moves.confer(parties, callId).chain(() -> note(call, CallStepKind.CONFERENCED, user, whoIs(asked)));
        });
    }

    /** Notes that the operator cannot, or can again, be heard; the phone in the page does it. */
    public Uni<Void> noteMute(UUID callId, boolean muted, UserView user) {
        return onTheLine(
                callId,
                user,
                (call, parties) -> note(call, muted ? CallStepKind.MUTED : CallStepKind.UNMUTED, user, null));
    }

    /**
     * A supervisor takes a call to the own phone. It stands in the audit first: what cannot be noted does not happen. Fails
     * as CONFLICT when the call is not the expected operator's any more.
     *
     * @param from whom the supervisor believes to have it
     */
    public Uni<CallClaim> takeOver(UUID callId, UUID from, String reason, UserView supervisor) {
        var extension = extensionOf(supervisor);
        return telephony.getCall(callId).chain(call -> {
            var far = PartiesOfCall.farOf(call).orElseThrow(() -> Failure.conflict("telephony.not-on-the-line"));
            var wanted = new CallClaim(callId, supervisor.id(), supervisor.displayName(), extension, now());
            return audits.note(
                            Viewer.of(supervisor),
                            AuditedAct.CALL_TAKEN_OVER,
                            "call " + callId + " of " + from + ": " + reason)
                    .chain(() -> claims.takeFrom(from, wanted))
                    .map(taken -> taken.orElseThrow(() -> Failure.conflict("telephony.claim-moved")))
                    .call(() -> steps.append(
                            Taken.of(callId, CallStepKind.TAKEN_OVER, extension)
                                    .to(from.toString())
                                    .because(reason),
                            actorOf(supervisor),
                            now()))
                    .call(() -> targets.phoneAt(extension).chain(phone -> moves.transfer(call.pbx(), far, phone)));
        });
    }

    /** Whoever picked up works the call, and if that was not who claimed it, it is said. */
    private Uni<Void> followPhone(CallAnswered answered) {
        var call = answered.call();
        var operator = call.operatorId();
        if (operator == null) {
            return Uni.createFrom().voidItem();
        }
        var name = call.operatorName() == null ? answered.operatorExtension() : call.operatorName();
        var who = new CallClaim(call.id(), operator, name, answered.operatorExtension(), now());
        return claims.find(call.id()).chain(before -> claims.follow(who)
                .chain(moved -> moved.isEmpty() ? Uni.createFrom().voidItem() : noteFollowed(who, before)));
    }

    private Uni<Void> noteFollowed(CallClaim who, Optional<CallClaim> before) {
        var kind = before.isEmpty() ? CallStepKind.CLAIMED : CallStepKind.CLAIM_MOVED;
        return steps.append(
                Taken.of(who.callId(), kind, who.extension())
                        .to(before.map(CallClaim::extension).orElse(null)),
                new Actor(ActorKind.USER, who.userId().toString(), who.userName()),
                now());
    }

    private Uni<CallClaim> theirs(UUID callId, UserView user) {
        return claims.find(callId).map(Optional::orElseThrow).invoke(claim -> {
            if (!claim.userId().equals(user.id())) {
                throw Failure.conflict("telephony.call-claimed", Map.of("name", claim.userName()));
            }
        });
    }

    /** What is done with a call once it is known who is on the line. */
    @FunctionalInterface
    private interface OnTheLine {
        Uni<Void> go(CallView call, PartiesOfCall parties);
    }

    private Uni<Void> onTheLine(UUID callId, UserView user, OnTheLine step) {
        var extension = extensionOf(user);
        return telephony.getCall(callId).chain(call -> step.go(call, PartiesOfCall.of(call, extension)));
    }

    /** Only who asked may decide what becomes of it; the one who is asked may not. */
    private Uni<Void> asAsker(UUID callId, UserView user, OnTheLine step) {
        return steps.findAsker(callId).chain(asker -> {
            if (asker.filter(extensionOf(user)::equals).isEmpty()) {
                throw Failure.conflict("telephony.nobody-asked");
            }
            return onTheLine(callId, user, step);
        });
    }

    private Uni<Void> note(CallView call, CallStepKind kind, UserView user, @Nullable String target) {
        return steps.append(Taken.of(call.id(), kind, extensionOf(user)).to(target), actorOf(user), now());
    }

    private static @Nullable String whoIs(CallLegView leg) {
        return leg.extension() == null ? leg.number() : leg.extension();
    }

    private static boolean isAt(CallView call, String extension) {
        return call.ringingExtensions().contains(extension)
                || call.legs().stream().anyMatch(leg -> extension.equals(leg.extension()) && leg.endedAt() == null);
    }

    private static String extensionOf(UserView user) {
        return Optional.ofNullable(user.extension()).orElseThrow(() -> Failure.conflict("telephony.no-extension"));
    }

    private static Actor actorOf(UserView user) {
        return new Actor(ActorKind.USER, user.id().toString(), user.displayName());
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }
}
