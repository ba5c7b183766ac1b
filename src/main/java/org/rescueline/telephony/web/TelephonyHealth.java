package org.rescueline.telephony.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.rescueline.telephony.TelephonyService;
import org.rescueline.telephony.TelephonyState;

/**
 * Says in readiness how the telephones are, and is never down: without us callers reach people all the same, the switch
 * does that alone, and a node taken out of service for it would only lose the console as well.
 */
@Readiness
@ApplicationScoped
class TelephonyHealth implements HealthCheck {

    private final TelephonyService telephony;

    TelephonyHealth(TelephonyService telephony) {
        this.telephony = telephony;
    }

    @Override
    public HealthCheckResponse call() {
        var state = telephony.state();
        var answer = HealthCheckResponse.named("telephony")
                .up()
                .withData("mode", state.mode().name())
                .withData("degraded", !state.connected())
                .withData("listening", listened(state))
                .withData("waitingCalls", state.waitingCalls());
        if (state.viewAgeMillis() != null) {
            answer.withData("viewAgeMillis", state.viewAgeMillis());
        }
        return answer.build();
    }

    /** The switches whose news this node writes; on a node that stands by there is none. */
    private static String listened(TelephonyState state) {
        return state.switches().stream()
                .filter(TelephonyState.Switch::listening)
                .map(TelephonyState.Switch::pbx)
                .collect(Collectors.joining(", "));
    }
}
