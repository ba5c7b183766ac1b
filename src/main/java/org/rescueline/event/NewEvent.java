package org.rescueline.event;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rescueline.shared.PhoneNumber;

/**
 * A case begun by hand.
 *
 * @param callerNumber the customer's number, when there is one
 * @param callId the call it comes from, when there is one; it must not belong to a case yet
 * @param edit what is known from the start
 */
public record NewEvent(
        @Nullable PhoneNumber callerNumber, @Nullable UUID callId, EventEdit edit) {}
