package org.rescueline.telephony.internal.control;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.rescueline.telephony.CallLegView;
import org.rescueline.telephony.TelephonyConfig;
import org.rescueline.telephony.internal.ami.ChannelActions;
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
        var channels = actions.on(parties.pbx());
        return channels.set(far, HOLDER, parties.own().uniqueid())
                .chain(() -> aim(channels, own, target))
                .chain(() -> channels.set(own, HELD, far))
                .chain(() -> channels.set(own, HANDED_OVER, "no"))
                .chain(() -> channels.moveBoth(far, contexts.heldContext(), own, contexts.consultContext()));
    }

    /** The asked one's channel ends, and the dialplan joins the operator with the caller again. */
    Uni<Void> letGo(String pbx, CallLegView asked) {
        return actions.on(pbx).hangup(asked.channel());
    }

    /** First the operator's channel learns not to take the caller back, then the two are joined. */
    Uni<Void> handOver(PartiesOfCall parties) {
        var own = parties.own().channel();
        var channels = actions.on(parties.pbx());
        return channels.set(own, HANDED_OVER, "yes")
                .chain(() -> channels.join(
                        parties.far().channel(), parties.answeredAsked().channel()))
                .onFailure()
                .call(() -> channels.set(own, HANDED_OVER, "no"));
    }

    Uni<Void> transfer(String pbx, CallLegView far, CallTarget target) {
        var channels = actions.on(pbx);
        return aim(channels, far.channel(), target)
                .chain(() -> channels.move(far.channel(), contexts.transferContext()));
    }

    /** The two of ours first: should the caller's move fail, they still talk and the caller still waits for the operator. */
    Uni<Void> confer(PartiesOfCall parties, UUID room) {
        var own = parties.own().channel();
        var asked = parties.answeredAsked().channel();
        var far = parties.far().channel();
        var context = contexts.conferenceContext();
        var channels = actions.on(parties.pbx());
        return seat(channels, own, room, "staff")
                .chain(() -> seat(channels, asked, room, "staff"))
                .chain(() -> seat(channels, far, room, "caller"))
                .chain(() -> channels.moveBoth(own, context, asked, context))
                .chain(() -> channels.move(far, context));
    }

    private static Uni<Void> aim(ChannelActions channels, String channel, CallTarget target) {
        return channels.set(channel, TARGET, target.dialled())
                .chain(() -> channels.set(channel, SHOWN, target.shown()));
    }

    private static Uni<Void> seat(ChannelActions channels, String channel, UUID room, String part) {
        return channels.set(channel, ROOM, room.toString()).chain(() -> channels.set(channel, PART, part));
    }
}
