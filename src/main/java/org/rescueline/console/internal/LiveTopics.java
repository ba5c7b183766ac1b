package org.rescueline.console.internal;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rescueline.callback.CallbackChanged;
import org.rescueline.callback.CallbackView;
import org.rescueline.event.CallerCard;
import org.rescueline.event.CallerCardReady;
import org.rescueline.event.EventFact;
import org.rescueline.event.EventView;
import org.rescueline.rescue.RescueFact;
import org.rescueline.rescue.RescueJobView;
import org.rescueline.security.NumberLens;
import org.rescueline.security.Role;
import org.rescueline.security.Viewer;
import org.rescueline.shared.Facts;
import org.rescueline.spotcheck.SpotCheckChanged;
import org.rescueline.spotcheck.SpotCheckView;
import org.rescueline.station.StationChanged;
import org.rescueline.telephony.CallChanged;
import org.rescueline.telephony.CallStep;
import org.rescueline.telephony.CallStepTaken;
import org.rescueline.telephony.CallView;
import org.rescueline.telephony.DeskChanged;
import org.rescueline.telephony.DialPurpose;
import org.rescueline.telephony.SupervisionChanged;
import org.rescueline.telephony.SupervisionView;
import org.rescueline.vehicle.PositionReported;

/**
 * Which facts of the rooms below become which messages, who gets them, and who reads their numbers in clear. One line for each
 * fact; the rules they name stand below.
 */
@ApplicationScoped
class LiveTopics {

    static final Topic<CallView> CALL =
            new Topic<>("call", LiveTopics::mayFollow, LiveTopics::isOnCall, CallView::seenThrough, CallView::id);
    private static final Topic<CallerCardReady> POP =
            new Topic<>("pop", LiveTopics::isAddressed, LiveTopics::isAddressed, LiveTopics::pop);
    private static final Topic<EventView> EVENT =
            new Topic<>("event", (event, viewer) -> true, LiveTopics::worksOn, EventView::seenThrough);
    private static final Topic<RescueJobView> RESCUE = Topic.forAll("rescue", job -> job);
    private static final Topic<CallbackView> CALLBACK = new Topic<>(
            "callback",
            (callback, viewer) -> true,
            (callback, viewer) -> callback.isClaimedBy(viewer.userId()),
            CallbackView::seenThrough);
    private static final Topic<SpotCheckView> SPOT_CHECK = new Topic<>(
            "spotCheck",
            (check, viewer) -> viewer.has(Role.SUPERVISOR),
            (check, viewer) -> true,
            (check, lens) -> check);
    private static final Topic<UUID> STATION = Topic.forAll("station", id -> Map.of("id", id));

    private static final Topic<DeskChanged> DESK = Topic.forAll("desk", changed -> changed);
    private static final Topic<CallStep> CALL_STEP =
            new Topic<>("callStep", (step, viewer) -> true, LiveTopics::isAtPhone, CallStep::seenThrough);
    private static final Topic<SupervisionView> SUPERVISION = new Topic<>(
            "supervision", LiveTopics::isSupervised, (supervision, viewer) -> true, (supervision, lens) -> supervision);

    /** Every topic: the pages of all nodes are told. */
    static final List<SharedTopic<?>> SHARED = List.of(
            new SharedTopic<>(CALL, CallView.class),
            new SharedTopic<>(POP, CallerCardReady.class),
            new SharedTopic<>(EVENT, EventView.class),
            new SharedTopic<>(RESCUE, RescueJobView.class),
            new SharedTopic<>(CALLBACK, CallbackView.class),
            new SharedTopic<>(SPOT_CHECK, SpotCheckView.class),
            new SharedTopic<>(STATION, UUID.class),
            new SharedTopic<>(DESK, DeskChanged.class),
            new SharedTopic<>(CALL_STEP, CallStep.class),
            new SharedTopic<>(SUPERVISION, SupervisionView.class));

    private final NodeNews nodes;
    private final LivePositions positions;
    private final LiveCallNews calls;
    private final Facts facts;

    LiveTopics(NodeNews nodes, LivePositions positions, LiveCallNews calls, Facts facts) {
        this.nodes = nodes;
        this.positions = positions;
        this.calls = calls;
        this.facts = facts;
    }

    void onStart(@Observes StartupEvent event) {
        on(CallChanged.class, changed -> calls.note(changed.call()));
        on(CallerCardReady.class, ready -> nodes.tell(POP, ready));
        on(EventFact.class, news -> nodes.tell(EVENT, news.event()));
        on(RescueFact.class, news -> nodes.tell(RESCUE, news.job()));
        on(CallbackChanged.class, changed -> nodes.tell(CALLBACK, changed.callback()));
        on(SpotCheckChanged.class, changed -> nodes.tell(SPOT_CHECK, changed.spotCheck()));
        on(DeskChanged.class, changed -> nodes.tell(DESK, changed));
        on(CallStepTaken.class, taken -> nodes.tell(CALL_STEP, taken.step()));
        on(SupervisionChanged.class, changed -> nodes.tell(SUPERVISION, changed.supervision()));
        on(
                StationChanged.class,
                changed -> nodes.tell(STATION, changed.station().id()));
        on(PositionReported.class, reported -> positions.note(reported.position()));
    }

    private <F> void on(Class<F> fact, Consumer<F> publishing) {
        facts.on(fact, "console-" + fact.getSimpleName().toLowerCase(Locale.ROOT), news -> {
            publishing.accept(news);
            return Uni.createFrom().voidItem();
        });
    }

    /** Who is being checked is the supervisor's business. */
    private static boolean mayFollow(CallView call, Viewer viewer) {
        return call.purpose() != DialPurpose.SPOT_CHECK || viewer.has(Role.SUPERVISOR);
    }

    /** The operator whose telephone rings or who has, or had, the call. */
    private static boolean isOnCall(CallView call, Viewer viewer) {
        return viewer.extension()
                .filter(extension -> extension.equals(call.operatorExtension())
                        || call.ringingExtensions().contains(extension))
                .isPresent();
    }

    private static boolean isAtPhone(CallStep step, Viewer viewer) {
        return viewer.extension()
                .filter(extension -> extension.equals(step.extension()))
                .isPresent();
    }

    /** A supervisor in a call is shown to the operator whose call it is, and to other supervisors. */
    private static boolean isSupervised(SupervisionView supervision, Viewer viewer) {
        return viewer.has(Role.SUPERVISOR)
                || viewer.extension()
                        .filter(supervision.operatorExtension()::equals)
                        .isPresent();
    }

    private static boolean isAddressed(CallerCardReady ready, Viewer viewer) {
        return viewer.extension().filter(ready.extension()::equals).isPresent();
    }

    private static boolean worksOn(EventView event, Viewer viewer) {
        return event.isWorkedBy(viewer.userId().toString());
    }

    private static Object pop(CallerCardReady ready, NumberLens lens) {
        return new Pop(ready.callId(), ready.phase(), ready.card().seenThrough(lens), ready.eventId());
    }

    /** What a screen shows at once. */
    private record Pop(
            UUID callId,
            CallerCardReady.Phase phase,
            CallerCard card,
            @Nullable UUID eventId) {}
}
