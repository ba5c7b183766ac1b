package org.rescueline.demo.hotline;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** One outbound channel of the simulated switch, from dialling to its answer or its failure. */
final class OutboundLeg {

    /** How the dialling ended, in the words of Dial and in the reason code of OriginateResponse. */
    enum Result {
        ANSWER(4, 16, "Normal Clearing"),
        NOANSWER(3, 19, "User alerting, no answer"),
        BUSY(5, 17, "User busy"),
        CHANUNAVAIL(0, 20, "Subscriber absent"),
        CANCEL(3, 127, "Interworking, unspecified");

        final int originateReason;
        final int hangupCause;
        final String causeText;

        Result(int originateReason, int hangupCause, String causeText) {
            this.originateReason = originateReason;
            this.hangupCause = hangupCause;
            this.causeText = causeText;
        }
    }

    private final Switchboard switchboard;
    private final Optional<SimulatedChannel> source;
    private final SimulatedChannel leg;
    private final Consumer<Result> whenSettled;
    private Runnable cancelStep = () -> {};
    private boolean isSettled;

    OutboundLeg(
            Switchboard switchboard,
            Optional<SimulatedChannel> source,
            SimulatedChannel leg,
            Consumer<Result> whenSettled) {
        this.switchboard = switchboard;
        this.source = source;
        this.leg = leg;
        this.whenSettled = whenSettled;
    }

    void dial(FarEnd farEnd, Duration timeout) {
        switchboard.tell(dialEvent("DialBegin").with("DialString", leg.exten));
        switchboard.onHangupRequest(leg, () -> settle(Result.CANCEL));
        switch (farEnd.habit()) {
            case BUSY -> later(farEnd.after(), Result.BUSY);
            case UNREACHABLE -> later(farEnd.after(), Result.CHANUNAVAIL);
            case RINGS_OUT -> ring(timeout, Result.NOANSWER);
            case ANSWERS -> {
                if (farEnd.after().compareTo(timeout) < 0) {
                    ring(farEnd.after(), Result.ANSWER);
                } else {
                    ring(timeout, Result.NOANSWER);
                }
            }
        }
    }

    /** The calling side gave up, or somebody hung up from the console. */
    void cancel() {
        settle(Result.CANCEL);
    }

    private void ring(Duration duration, Result result) {
        switchboard.changeState(leg, SimulatedChannel.State.RINGING);
        switchboard.tell(dialEvent("DialState").with("DialStatus", "RINGING"));
        later(duration, result);
    }

    private void later(Duration delay, Result result) {
        cancelStep = switchboard.timers().after(delay, () -> settle(result));
    }

    private void settle(Result result) {
        if (isSettled) {
            return;
        }
        isSettled = true;
        cancelStep.run();
        if (result == Result.ANSWER) {
            switchboard.changeState(leg, SimulatedChannel.State.UP);
        }
        switchboard.tell(dialEvent("DialEnd").with("DialStatus", result.name()));
        if (result != Result.ANSWER) {
            switchboard.hangUp(leg, result.hangupCause, result.causeText);
        }
        whenSettled.accept(result);
    }

    /** An originate has no calling channel, so Asterisk describes only the destination. */
    private AmiMessage dialEvent(String name) {
        return source.map(channel -> switchboard.between(name, channel, leg))
                .orElseGet(() -> leg.describeIn(AmiMessage.event(name).with("Privilege", "call,all"), "Dest"));
    }
}
