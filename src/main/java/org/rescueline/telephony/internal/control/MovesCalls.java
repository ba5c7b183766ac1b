package org.rescueline.telephony.internal.control;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.rescueline.telephony.CallLegView;
import org.rescueline.telephony.TelephonyConfig;
import org.rescueline.telephony.internal.ami.SwitchActions;

/**
 * Moves the channels of a call between the dialplan's contexts; what those do is written in {@code extensions.conf}. The
 * order of each move is chosen so that one which fails half-way leaves the caller with a person or on the way to one.
 */
@ApplicationScoped
class MovesCalls {

    private static final String TARGET = "RESCUELINE_TARGET";
    private static final String SHOWN = "RESCUELINE_SHOWN";
    private static final String HOLDER = "RESCUELINE_HOLDER";
    private static final String HELD = "RESCUELINE_HELD";
    private static final String HANDED_OVER = "RESCUELINE_HANDED_OVER";
    private static final String ROOM = "RESCUELINE_ROOM";
    private static final String PART = "RESCUELINE_PART";

    private final SwitchActions actions;
    private final TelephonyConfig.Dial contexts;

    MovesCalls(SwitchActions actions, TelephonyConfig config) {
        this.actions = actions;
        this.contexts = config.dial();
    }

    /** The caller waits, watching the operator's channel; the operator's channel rings the target. */
    Uni<Void> ask(PartiesOfCall parties, CallTarget target) {
        var own = parties.own().channel();
        var far = parties.far().channel();
        return actions.set(far, HOLDER, parties.own().uniqueid())
                .chain(() -> aim(own, target))
                .chain(() -> actions.set(own, HELD, far))
                .chain(() -> actions.set(own, HANDED_OVER, "no"))
                .chain(() -> actions.moveBoth(far, contexts.heldContext(), own, contexts.consultContext()));
    }

    /** The asked one's channel ends, and the dialplan joins the operator with the caller again. */
    Uni<Void> letGo(CallLegView asked) {
        return actions.hangup(asked.channel());
    }

    /** First the operator's channel learns not to take the caller back, then the two are joined. */
    Uni<Void> handOver(PartiesOfCall parties) {
        var own = parties.own().channel();
        return actions.set(own, HANDED_OVER, "yes")
                .chain(() -> actions.join(
                        parties.far().channel(), parties.answeredAsked().channel()))
                .onFailure()
                .call(() -> actions.set(own, HANDED_OVER, "no"));
    }

    Uni<Void> transfer(CallLegView far, CallTarget target) {
        return aim(far.channel(), target).chain(() -> actions.move(far.channel(), contexts.transferContext()));
    }

    /** The two of ours first: should the caller's move fail, they still talk and the caller still waits for the operator. */
    Uni<Void> confer(PartiesOfCall parties, UUID room) {
        var own = parties.own().channel();
        var asked = parties.answeredAsked().channel();
        var far = parties.far().channel();
        var context = contexts.conferenceContext();
        return seat(own, room, "staff")
                .chain(() -> seat(asked, room, "staff"))
                .chain(() -> seat(far, room, "caller"))
                .chain(() -> actions.moveBoth(own, context, asked, context))
                .chain(() -> actions.move(far, context));
    }

    private Uni<Void> aim(String channel, CallTarget target) {
        return actions.set(channel, TARGET, target.dialled()).chain(() -> actions.set(channel, SHOWN, target.shown()));
    }

    private Uni<Void> seat(String channel, UUID room, String part) {
        return actions.set(channel, ROOM, room.toString()).chain(() -> actions.set(channel, PART, part));
    }
}
