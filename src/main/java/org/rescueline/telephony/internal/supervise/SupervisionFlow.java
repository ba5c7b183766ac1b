package org.rescueline.telephony.internal.supervise;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rescueline.security.AuditedAct;
import org.rescueline.security.Audits;
import org.rescueline.security.Viewer;
import org.rescueline.shared.Actor;
import org.rescueline.shared.ActorKind;
import org.rescueline.shared.Facts;
import org.rescueline.shared.Failure;
import org.rescueline.shared.Ids;
import org.rescueline.telephony.CallChanged;
import org.rescueline.telephony.CallDirection;
import org.rescueline.telephony.CallLegView;
import org.rescueline.telephony.CallState;
import org.rescueline.telephony.CallView;
import org.rescueline.telephony.DeskService;
import org.rescueline.telephony.DeskView;
import org.rescueline.telephony.LegRole;
import org.rescueline.telephony.RosterMember;
import org.rescueline.telephony.SupervisionChanged;
import org.rescueline.telephony.SupervisionMode;
import org.rescueline.telephony.SupervisionService;
import org.rescueline.telephony.SupervisionView;
import org.rescueline.telephony.TelephonyConfig;
import org.rescueline.telephony.TelephonyService;
import org.rescueline.telephony.internal.ami.PausesSeats;
import org.rescueline.telephony.internal.ami.SpiesOnCalls;
import org.rescueline.telephony.internal.ledger.AttemptIds;

/**
 * Joins a supervisor with a call:
 *
 * <ol>
 *   <li>find the operator's channel; without a talking operator there is nobody to hear;
 *   <li>note it in the audit: what cannot be noted does not happen;
 *   <li>store it, so that the operator's page shows it before the first word is heard;
 *   <li>ring the supervisor's telephone; picked up, the switch joins it with the operator's channel.
 * </ol>
 *
 * <p>When the supervisor came and went is told by the supervisor's own channel, whose Uniqueid is the supervision's id.
 */
@ApplicationScoped
class SupervisionFlow implements SupervisionService {

    /** How long the supervisor's telephone may ring. */
    private static final Duration RINGING = Duration.ofSeconds(20);

    private static final int LONGEST_REASON = 80;

    private final SupervisionStore store;
    private final TelephonyService telephony;
    private final SpiesOnCalls spies;
    private final Audits audits;
    private final PausesSeats pauses;
    private final DeskService desks;
    private final Facts facts;
    private final Clock clock;
    private final String lastResort;

    SupervisionFlow(
            SupervisionStore store,
            TelephonyService telephony,
            SpiesOnCalls spies,
            Audits audits,
            PausesSeats pauses,
            DeskService desks,
            Facts facts,
            Clock clock,
            TelephonyConfig config) {
        this.store = store;
        this.telephony = telephony;
        this.spies = spies;
        this.audits = audits;
        this.pauses = pauses;
        this.desks = desks;
        this.facts = facts;
        this.lastResort = config.lastResortQueue();
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        facts.on(CallChanged.class, "supervision-changed", this::changed);
    }

    @Override
    public Uni<SupervisionView> join(UUID callId, SupervisionMode mode, Viewer supervisor) {
        var extension = supervisor.extension().orElseThrow(() -> Failure.conflict("telephony.no-extension"));
        return telephony.getCall(callId).chain(call -> {
            var channel = operatorsChannel(call, extension);
            var asked = new SupervisionView(
                    Ids.next(),
                    callId,
                    String.valueOf(call.operatorExtension()),
                    supervisor.userId(),
                    supervisor.name(),
                    mode,
                    now(),
                    null,
                    null);
            return audits.note(supervisor, actOf(mode), "call " + callId + " of " + asked.operatorExtension())
                    .chain(() -> store.insert(asked))
                    .invoke(() -> facts.publish(new SupervisionChanged(asked)))
                    .chain(() -> endpointAt(extension))
                    .chain(endpoint -> spies.join(call.pbx(), asked.id(), endpoint, extension, channel, mode, RINGING))
                    .onFailure()
                    .call(e -> withdraw(asked))
                    .replaceWith(asked);
        });
    }

    @Override
    public Uni<List<RosterMember>> setPaused(String extension, boolean paused, String reason, Viewer supervisor) {
        var told = reason.strip();
        if (told.isEmpty() || told.length() > LONGEST_REASON || !told.chars().allMatch(SupervisionFlow::isPrintable)) {
            throw Failure.invalid("reason", "telephony.pause-reason", Map.of("max", LONGEST_REASON));
        }
        var act = paused ? AuditedAct.OPERATOR_PAUSED : AuditedAct.OPERATOR_UNPAUSED;
        return telephony.listRoster().map(roster -> seatsOf(roster, extension)).chain(seats -> audits.note(
                        supervisor, act, extension + ": " + told)
                .chain(() -> desks.findDesk(extension))
                .chain(desk -> desk.isPresent()
                        ? setDesk(extension, paused, told, supervisor)
                        : pauses.pause(seats, paused, told))
                .chain(telephony::listRoster));
    }

    /** Where somebody works the desk decides: a pause told to the queue alone would be undone with the desk's next word. */
    private Uni<Void> setDesk(String extension, boolean paused, String told, Viewer supervisor) {
        var by = new Actor(ActorKind.USER, supervisor.userId().toString(), supervisor.name());
        var changed = paused ? desks.forcePause(extension, told, by) : desks.endForcedPause(extension, by);
        return changed.replaceWithVoid();
    }

    /** The telephone the supervisor chose at the own desk; the one on the desk when nobody took it. */
    private Uni<String> endpointAt(String extension) {
        return desks.findDesk(extension)
                .map(desk -> desk.map(DeskView::endpoint).orElse(extension));
    }

    private List<RosterMember> seatsOf(List<RosterMember> roster, String extension) {
        var seats = roster.stream()
                .filter(seat -> seat.extension().equals(extension))
                .filter(seat -> !seat.queue().equals(lastResort))
                .toList();
        if (seats.isEmpty()) {
            throw Failure.notFound("telephony.seat", extension);
        }
        return seats;
    }

    /** What goes to the switch on one line stays on it. */
    private static boolean isPrintable(int character) {
        return !Character.isISOControl(character);
    }

    @Override
    public Uni<List<SupervisionView>> listSupervisions(UUID callId) {
        return telephony.getCall(callId).chain(call -> store.listOf(call.id(), givenUpBefore()));
    }

    private Uni<Void> withdraw(SupervisionView asked) {
        return store.refuse(asked.id(), now()).chain(() -> tell(asked.id()));
    }

    /** A call among ourselves whose Linkedid is a supervision's id is the supervisor's own channel. */
    private Uni<Void> changed(CallChanged news) {
        return news.call().direction() == CallDirection.INTERNAL
                ? AttemptIds.parse(news.call().linkedid()).map(this::tell).orElseGet(() -> Uni.createFrom()
                        .voidItem())
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> tell(UUID id) {
        return store.find(id, givenUpBefore())
                .invoke(found -> found.map(SupervisionChanged::new).ifPresent(facts::publish))
                .replaceWithVoid();
    }

    private static String operatorsChannel(CallView call, String supervisorsExtension) {
        if (call.state() != CallState.ANSWERED) {
            throw Failure.conflict("telephony.nobody-speaks");
        }
        if (supervisorsExtension.equals(call.operatorExtension())) {
            throw Failure.conflict("telephony.own-call");
        }
        return call.legs().stream()
                .filter(leg -> leg.role() == LegRole.OPERATOR && leg.endedAt() == null && leg.answeredAt() != null)
                .filter(leg -> leg.extension() != null && leg.extension().equals(call.operatorExtension()))
                .map(CallLegView::channel)
                .findFirst()
                .orElseThrow(() -> Failure.conflict(
                        "telephony.nobody-speaks", Map.of("call", call.id().toString())));
    }

    private static AuditedAct actOf(SupervisionMode mode) {
        return switch (mode) {
            case LISTEN -> AuditedAct.CALL_LISTENED;
            case WHISPER -> AuditedAct.CALL_WHISPERED;
            case BARGE -> AuditedAct.CALL_BARGED;
        };
    }

    private Instant givenUpBefore() {
        return now().minus(RINGING.multipliedBy(2));
    }

    /** What the database keeps of an instant. */
    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }
}
