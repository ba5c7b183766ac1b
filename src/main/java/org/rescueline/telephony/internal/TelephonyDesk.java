package org.rescueline.telephony.internal;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rescueline.shared.Failure;
import org.rescueline.shared.Page;
import org.rescueline.shared.PageRequest;
import org.rescueline.shared.PhoneNumber;
import org.rescueline.telephony.CallFilter;
import org.rescueline.telephony.CallLegView;
import org.rescueline.telephony.CallView;
import org.rescueline.telephony.CallsOfNumber;
import org.rescueline.telephony.DeskService;
import org.rescueline.telephony.DialAttempt;
import org.rescueline.telephony.DialOrder;
import org.rescueline.telephony.DialTrace;
import org.rescueline.telephony.LegRole;
import org.rescueline.telephony.PbxAddress;
import org.rescueline.telephony.RosterMember;
import org.rescueline.telephony.TelephonyService;
import org.rescueline.telephony.TelephonyState;
import org.rescueline.telephony.internal.ami.ReadsRoster;
import org.rescueline.telephony.internal.ami.SwitchActions;
import org.rescueline.telephony.internal.ami.Switchboard;
import org.rescueline.telephony.internal.dial.DialFlow;
import org.rescueline.telephony.internal.dial.TracesDial;
import org.rescueline.telephony.internal.ledger.CallStore;
import org.rescueline.telephony.internal.ledger.LiveCalls;

/** Serves the front door. */
@ApplicationScoped
class TelephonyDesk implements TelephonyService {

    private final CallStore calls;
    private final LiveCalls live;
    private final DialFlow dialling;
    private final TracesDial traces;
    private final SwitchActions actions;
    private final ReadsRoster roster;
    private final DeskService desks;
    private final Switchboard board;

    TelephonyDesk(
            CallStore calls,
            LiveCalls live,
            DialFlow dialling,
            TracesDial traces,
            SwitchActions actions,
            ReadsRoster roster,
            DeskService desks,
            Switchboard board) {
        this.calls = calls;
        this.live = live;
        this.dialling = dialling;
        this.traces = traces;
        this.actions = actions;
        this.roster = roster;
        this.desks = desks;
        this.board = board;
    }

    @Override
    public Uni<CallView> getCall(UUID callId) {
        return calls.find(callId).map(found -> found.orElseThrow(() -> Failure.notFound("telephony", callId)));
    }

    @Override
    public Uni<Page<CallView>> listCalls(CallFilter filter, PageRequest page) {
        return calls.list(filter, page);
    }

    @Override
    public Uni<CallsOfNumber> countCalls(PhoneNumber number) {
        return calls.count(number);
    }

    @Override
    public Uni<List<CallView>> listLive() {
        return Uni.createFrom().item(live::list);
    }

    @Override
    public Uni<DialAttempt> dial(DialOrder order) {
        return Uni.createFrom().deferred(() -> dialling.dial(order));
    }

    @Override
    public Uni<DialTrace> findDial(UUID attemptId) {
        return traces.trace(attemptId);
    }

    @Override
    public Uni<Void> answer(UUID callId, String extension) {
        return getCall(callId).chain(call -> actions.on(call.pbx()).answer(ringingChannel(call, extension)));
    }

    @Override
    public Uni<Void> hangup(UUID callId) {
        return getCall(callId).chain(call -> call.legs().stream()
                .filter(leg -> leg.endedAt() == null)
                .min(Comparator.comparing((CallLegView leg) -> leg.role() != LegRole.CALLER)
                        .thenComparing(CallLegView::startedAt))
                .map(leg -> actions.on(call.pbx()).hangup(leg.channel()))
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    @Override
    public Uni<List<RosterMember>> listRoster() {
        return roster.list().chain(members -> desks.listDesks().map(all -> InUse.mark(members, all)));
    }

    @Override
    public TelephonyState state() {
        return board.state();
    }

    @Override
    public void attach(PbxAddress address) {
        board.attach(address);
    }

    @Override
    public int waitingCalls() {
        return live.waiting();
    }

    private static String ringingChannel(CallView call, String extension) {
        return call.legs().stream()
                .filter(leg -> extension.equals(leg.extension()))
                .filter(leg -> leg.ringingAt() != null && leg.answeredAt() == null && leg.endedAt() == null)
                .map(CallLegView::channel)
                .findFirst()
                .orElseThrow(() -> Failure.conflict(
                        "telephony.not-ringing",
                        Map.of("extension", extension, "id", call.id().toString())));
    }
}
