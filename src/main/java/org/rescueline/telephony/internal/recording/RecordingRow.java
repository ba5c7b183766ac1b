package org.rescueline.telephony.internal.recording;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the table {@code recording}, with the call that the ledger ties to its channel and its newest hold. */
record RecordingRow(
        UUID id,
        @Nullable UUID callId,
        @Nullable UUID operatorId,
        String storedAs,
        String sha256,
        long bytes,
        int channels,
        int samplesPerSecond,
        long durationMillis,
        Instant recordedAt,
        boolean held,
        @Nullable String holdReason,
        @Nullable String heldBy,
        @Nullable Instant removedAt) {}
