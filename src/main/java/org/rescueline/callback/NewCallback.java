package org.rescueline.callback;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rescueline.shared.PhoneNumber;

/**
 * A call that somebody promises to a customer.
 *
 * @param reason not ABANDONED_CALL: those come from the telephone alone
 * @param dueAt from when on; not in the past by more than a minute
 * @param eventId the case it is about
 * @param note what was promised, at most 500 characters
 */
public record NewCallback(
        CallbackReason reason,
        PhoneNumber number,
        Instant dueAt,
        @Nullable UUID eventId,
        @Nullable String note) {}
