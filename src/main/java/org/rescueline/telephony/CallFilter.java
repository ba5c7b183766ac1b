package org.rescueline.telephony;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which calls a list shows. Every absent part leaves that question open.
 *
 * @param from earliest {@code offeredAt}, inclusive
 * @param to latest {@code offeredAt}, exclusive
 * @param number part of the caller's or the dialed number
 * @param operatorId who had the call
 */
public record CallFilter(
        @Nullable CallState state,
        @Nullable CallDirection direction,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String number,
        @Nullable UUID operatorId) {

    /** Shows every call. */
    public static final CallFilter ALL = new CallFilter(null, null, null, null, null, null);

    /** Shows the calls in one state. */
    public static CallFilter inState(CallState state) {
        return new CallFilter(state, null, null, null, null, null);
    }
}
