package org.rescueline.callback;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rescueline.security.NumberLens;
import org.rescueline.telephony.DialResult;

/**
 * A call that is owed, as it may be shown.
 *
 * @param number the customer's, E.164
 * @param callId the first call that asked for it
 * @param calls every call that was abandoned and merged into it, oldest first
 * @param dueAt from when on it should be dialled; a retry moves it
 * @param deadlineAt by when the customer should have been reached; never moves later
 * @param settledByCallId the customer's own later call that made it unnecessary
 */
public record CallbackView(
        UUID id,
        CallbackReason reason,
        String number,
        @Nullable UUID callId,
        List<AbandonedCall> calls,
        @Nullable UUID eventId,
        @Nullable String note,
        Instant createdAt,
        Instant dueAt,
        Instant deadlineAt,
        CallbackState state,
        @Nullable ClaimedBy claimedBy,
        List<Attempt> attempts,
        @Nullable UUID settledByCallId,
        @Nullable Instant doneAt,
        long version) {

    /** Defensive copies. */
    public CallbackView {
        calls = List.copyOf(calls);
        attempts = List.copyOf(attempts);
    }

    /** Who has it in hand. */
    public record ClaimedBy(UUID id, String name) {}

    /** A call whose caller gave up. */
    public record AbandonedCall(UUID callId, Instant at) {}

    /**
     * One attempt to reach the customer.
     *
     * @param id names the attempt at the switch too
     * @param at when the order was written down
     * @param result how it came out; absent while it is under way, and for an order that never reached the switch
     * @param neverDialled whether the order never reached the switch, so that nothing rang
     * @param ringSeconds how long the customer's telephone rang
     * @param talkSeconds how long was spoken
     * @param callId the call in the ledger, once the switch told of it
     * @param verdict whether the right party was reached, once somebody said so
     */
    public record Attempt(
            UUID id,
            Instant at,
            String operatorName,
            @Nullable DialResult result,
            boolean neverDialled,
            @Nullable Double ringSeconds,
            @Nullable Double talkSeconds,
            @Nullable UUID callId,
            @Nullable CallbackVerdict verdict,
            @Nullable String note) {}

    /** Whether this user is the one who has it in hand. */
    public boolean isClaimedBy(UUID userId) {
        return claimedBy != null && claimedBy.id().equals(userId);
    }

    /** The same with the customer's number as a viewer may read it. */
    public CallbackView seenThrough(NumberLens lens) {
        return new CallbackView(
                id,
                reason,
                lens.show(number),
                callId,
                calls,
                eventId,
                note,
                createdAt,
                dueAt,
                deadlineAt,
                state,
                claimedBy,
                attempts,
                settledByCallId,
                doneAt,
                version);
    }
}
