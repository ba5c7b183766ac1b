package org.rescueline.telephony.internal.ledger;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.rescueline.telephony.TelephonyConfig;
import org.rescueline.telephony.internal.fold.NumberPlan;
import org.rescueline.telephony.internal.fold.TellsCall;

/** Makes the pure parts from the configuration. */
class NumberPlans {

    @Produces
    @Singleton
    NumberPlan numberPlan(TelephonyConfig config) {
        var channels = config.channels();
        return NumberPlan.of(channels.operator(), channels.trunk());
    }

    @Produces
    @Singleton
    TellsCall tellsCall(NumberPlan plan) {
        return new TellsCall(plan);
    }
}
