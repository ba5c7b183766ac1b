package org.rescueline.telephony.internal.agi;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.rescueline.shared.PhoneNumber;
import org.rescueline.shared.ReactiveBridge;
import org.rescueline.telephony.RoutingAdvice;
import org.rescueline.telephony.RoutingAdvisor;
import org.rescueline.telephony.RoutingQuestion;
import org.rescueline.telephony.TelephonyConfig;

/**
 * Asks everybody who knows callers and takes the advice with the highest priority, within the deadline. Nobody asked,
 * an advisor that fails or one that is late: no advice, and the caller goes on to the queue as everybody does.
 */
@ApplicationScoped
public class AdviceFlow {

    private static final Logger LOG = Logger.getLogger(AdviceFlow.class);

    private final List<RoutingAdvisor> advisors;
    private final ReactiveBridge bridge;
    private final Duration deadline;
    private final MeterRegistry meters;

    AdviceFlow(
            @All List<RoutingAdvisor> advisors, ReactiveBridge bridge, TelephonyConfig config, MeterRegistry meters) {
        this.advisors = advisors;
        this.bridge = bridge;
        this.deadline = config.routingAdviceTimeout();
        this.meters = meters;
    }

    /** Advice for a caller; never fails and is never later than the deadline. */
    CompletionStage<RoutingAdvice> advise(RoutingQuestion asked) {
        var question = new RoutingQuestion(asked.uniqueid(), normalised(asked.callerNumber()), asked.dialedNumber());
        return bridge.run("routing-advice", deadline, () -> best(question, 0, RoutingAdvice.NONE))
                .handle((advice, failure) -> {
                    count(failure == null ? "given" : "none");
                    return failure == null ? advice : RoutingAdvice.NONE;
                });
    }

    private Uni<RoutingAdvice> best(RoutingQuestion question, int from, RoutingAdvice sofar) {
        if (from == advisors.size()) {
            return Uni.createFrom().item(sofar);
        }
        return advisors.get(from)
                .advise(question)
                .onFailure()
                .invoke(e -> LOG.warnf(
                        e,
                        "%s gave no routing advice",
                        advisors.get(from).getClass().getSimpleName()))
                .onFailure()
                .recoverWithItem(RoutingAdvice.NONE)
                .chain(advice -> best(question, from + 1, advice.priority() > sofar.priority() ? advice : sofar));
    }

    private static @Nullable String normalised(@Nullable String number) {
        return PhoneNumber.find(number).map(PhoneNumber::e164).orElse(number);
    }

    private void count(String outcome) {
        meters.counter("rescueline.telephony.routing.advice", "outcome", outcome)
                .increment();
    }
}
