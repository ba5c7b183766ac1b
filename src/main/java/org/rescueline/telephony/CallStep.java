package org.rescueline.telephony;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rescueline.security.NumberLens;

/**
 * One thing that was done with a call.
 *
 * @param extension at whose phone
 * @param target who was asked or got it: an extension, or a number in E.164
 * @param actorId who did it; null when a phone did, whoever held it
 */
public record CallStep(
        UUID id,
        UUID callId,
        Instant at,
        CallStepKind kind,
        @Nullable String extension,
        @Nullable String target,
        @Nullable String reason,
        @Nullable String actorId,
        @Nullable String actorName) {

    /** The step as a viewer may read it. */
    public CallStep seenThrough(NumberLens lens) {
        boolean isNumber = target != null && target.startsWith("+");
        return new CallStep(
                id,
                callId,
                at,
                kind,
                extension,
                isNumber ? lens.showIfAny(target) : target,
                reason,
                actorId,
                actorName);
    }
}
