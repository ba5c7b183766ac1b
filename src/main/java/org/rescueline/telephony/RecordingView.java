package org.rescueline.telephony;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One recording of a call.
 *
 * @param callId null while the ledger does not know the recorded channel
 * @param channels 2 when both sides are apart: first the one who was on the recorded line, then the centre's other side
 * @param endedAt when the switch wrote last
 * @param sha256 of the stored file
 * @param held whether retention is suspended
 * @param holdReason why, and {@code heldBy} who said so last; null while nobody holds it
 * @param keptUntil when retention may remove it; null while held
 * @param removedAt when retention removed it; then it can no longer be played
 */
public record RecordingView(
        UUID id,
        @Nullable UUID callId,
        Instant endedAt,
        double durationSeconds,
        int channels,
        int samplesPerSecond,
        long bytes,
        String sha256,
        boolean held,
        @Nullable String holdReason,
        @Nullable String heldBy,
        @Nullable Instant keptUntil,
        @Nullable Instant removedAt) {}
