package org.rescueline.telephony;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.rescueline.security.NumberLens;

/**
 * One channel of the switch that took part in a call.
 *
 * @param uniqueid the switch's own name of the channel, unique on its switch
 * @param channel the channel's name, for instance {@code PJSIP/1001-00000005}
 * @param extension the operator's extension; only for {@link LegRole#OPERATOR}
 * @param number the number of the far end, when it is known
 * @param hangupCause the Q.850 cause; 0 and 127 are the switch's own marks for a caller who left by BYE or CANCEL
 */
public record CallLegView(
        String uniqueid,
        String channel,
        LegRole role,
        @Nullable String extension,
        @Nullable String number,
        Instant startedAt,
        @Nullable Instant ringingAt,
        @Nullable Instant answeredAt,
        @Nullable Instant endedAt,
        @Nullable Integer hangupCause) {

    /** The leg as a viewer may read it. */
    CallLegView seenThrough(NumberLens lens) {
        boolean isCustomers = role == LegRole.CALLER || role == LegRole.CUSTOMER;
        return new CallLegView(
                uniqueid,
                channel,
                role,
                extension,
                isCustomers ? lens.showIfAny(number) : number,
                startedAt,
                ringingAt,
                answeredAt,
                endedAt,
                hangupCause);
    }
}
