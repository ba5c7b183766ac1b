package org.rescueline.telephony.internal.ami;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.asteriskjava.manager.event.AbstractHoldEvent;
import org.asteriskjava.manager.event.BridgeEnterEvent;
import org.asteriskjava.manager.event.DialStateEvent;
import org.asteriskjava.manager.event.HangupEvent;
import org.asteriskjava.manager.event.HoldEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.event.NewChannelEvent;
import org.asteriskjava.manager.event.NewStateEvent;
import org.asteriskjava.manager.event.OriginateResponseEvent;
import org.asteriskjava.manager.event.QueueCallerJoinEvent;
import org.jspecify.annotations.Nullable;
import org.rescueline.telephony.internal.fold.LegReport;
import org.rescueline.telephony.internal.fold.Moment;
import org.rescueline.telephony.internal.fold.NumberPlan;

/**
 * Reads from the manager's events what the ledger needs, and nothing else. In particular it leaves out what looks like
 * news and is not: {@code QueueCallerLeave} precedes an answer as well as an abandonment, {@code QueueCallerAbandon} is
 * also sent when the queue times out and the caller goes on, {@code AgentConnect} and {@code AgentComplete} lack fields
 * after a transfer. What becomes of a call is told by its channels alone.
 */
final class ReadsManagerEvent {

    private ReadsManagerEvent() {}

    /**
     * The report in an event, if there is one.
     *
     * @param receivedAt used when the switch did not stamp the event itself ({@code timestampevents=yes})
     */
    static Optional<LegReport> read(ManagerEvent event, Instant receivedAt) {
        var at = instantOf(event, receivedAt);
        if (event instanceof NewChannelEvent made) {
            return report(made.getLinkedid(), made.getUniqueId(), made.getChannel(), Moment.STARTED, at)
                    .map(it -> it.withNumbers(number(made.getCallerIdNum()), number(made.getExten())));
        }
        if (event instanceof NewStateEvent changed) {
            return momentOf(changed.getChannelStateDesc())
                    .flatMap(it -> report(changed.getLinkedId(), changed.getUniqueId(), changed.getChannel(), it, at));
        }
        if (event instanceof DialStateEvent dial && isHeardRinging(dial.getDialStatus())) {
            return report(dial.getDestLinkedId(), dial.getDestUniqueId(), dial.getDestChannel(), Moment.RINGING, at);
        }
        if (event instanceof BridgeEnterEvent joined) {
            return report(joined.getLinkedId(), joined.getUniqueId(), joined.getChannel(), Moment.BRIDGED, at);
        }
        if (event instanceof QueueCallerJoinEvent queued) {
            return report(queued.getLinkedId(), queued.getUniqueId(), queued.getChannel(), Moment.QUEUED, at);
        }
        if (event instanceof RescuelineCallbackRequestEvent asked) {
            return report(asked.getLinkedId(), asked.getUniqueId(), asked.getChannel(), Moment.CALLBACK_REQUESTED, at);
        }
        if (event instanceof RescuelineMenuEvent menu) {
            return Moment.ofChoice(menu.getChoice())
                    .flatMap(it -> report(menu.getLinkedId(), menu.getUniqueId(), menu.getChannel(), it, at));
        }
        if (event instanceof HangupEvent gone) {
            return report(gone.getLinkedId(), gone.getUniqueId(), gone.getChannel(), Moment.ENDED, at)
                    .map(it -> it.withCause(gone.getCause()));
        }
        return Optional.empty();
    }

    /** What a phone's hold key did, if the event tells of one. */
    static Optional<HoldReport> hold(ManagerEvent event, Instant receivedAt) {
        if (!(event instanceof AbstractHoldEvent pressed)
                || pressed.getUniqueId() == null
                || pressed.getChannel() == null) {
            return Optional.empty();
        }
        return Optional.of(new HoldReport(
                pressed.getUniqueId(), pressed.getChannel(), event instanceof HoldEvent, instantOf(event, receivedAt)));
    }

    /**
     * The attempt that a failed originate belongs to, when it never became a channel. One that did is told by its
     * channel, better than here.
     */
    static Optional<UUID> failedAttempt(OriginateResponseEvent outcome) {
        boolean hasChannel =
                outcome.getUniqueId() != null && !outcome.getUniqueId().startsWith("<");
        if (!"Failure".equals(outcome.getResponse()) || hasChannel || outcome.getActionId() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(outcome.getActionId()));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static Optional<Moment> momentOf(@Nullable String channelState) {
        if ("Ringing".equals(channelState)) {
            return Optional.of(Moment.RINGING);
        }
        return "Up".equals(channelState) ? Optional.of(Moment.ANSWERED) : Optional.empty();
    }

    /** Mobile carriers in China send the ringing as sound (183, PROGRESS) and no 180. */
    private static boolean isHeardRinging(@Nullable String dialStatus) {
        return "RINGING".equals(dialStatus) || "PROGRESS".equals(dialStatus);
    }

    private static Optional<LegReport> report(
            @Nullable String linkedid, @Nullable String uniqueid, @Nullable String channel, Moment moment, Instant at) {
        if (linkedid == null || uniqueid == null || channel == null || NumberPlan.isMachinery(channel)) {
            return Optional.empty();
        }
        return Optional.of(LegReport.live(linkedid, uniqueid, channel, moment, at));
    }

    /** Seconds with a fraction since the epoch; milliseconds are all that we keep. */
    private static Instant instantOf(ManagerEvent event, Instant receivedAt) {
        var stamp = event.getTimestamp();
        return Instant.ofEpochMilli(stamp == null ? receivedAt.toEpochMilli() : Math.round(stamp * 1000));
    }

    /** A telephone number, or null: "anonymous", "s" and the like are none. */
    static @Nullable String number(@Nullable String told) {
        return told != null && told.matches("\\+?[0-9]{1,20}") ? told : null;
    }
}
