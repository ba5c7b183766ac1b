package org.rescueline.telephony;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A supervisor in a call.
 *
 * @param operatorExtension whose call it is; that operator's page shows it
 * @param joinedAt when the supervisor's telephone was picked up; null while it rings
 * @param endedAt when the supervisor left, or the telephone was not picked up
 */
public record SupervisionView(
        UUID id,
        UUID callId,
        String operatorExtension,
        UUID supervisorId,
        String supervisorName,
        SupervisionMode mode,
        Instant askedAt,
        @Nullable Instant joinedAt,
        @Nullable Instant endedAt) {}
