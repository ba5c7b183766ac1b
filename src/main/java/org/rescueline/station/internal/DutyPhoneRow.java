package org.rescueline.station.internal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rescueline.station.DutyPhoneCheck;
import org.rescueline.station.DutyPhoneVerdict;
import org.rescueline.station.DutyPhoneView;

/** What a query reads of {@code duty_phone}: values, not an entity that a session would remember. */
record DutyPhoneRow(
        UUID stationId,
        UUID id,
        String number,
        String label,
        boolean primary,
        @Nullable UUID checkId,
        @Nullable Instant checkedAt,
        @Nullable DutyPhoneVerdict verdict,
        @Nullable Double ringSeconds) {

    DutyPhoneView view() {
        return new DutyPhoneView(id, number, label, primary, lastCheck());
    }

    private @Nullable DutyPhoneCheck lastCheck() {
        return checkId == null || checkedAt == null || verdict == null
                ? null
                : new DutyPhoneCheck(checkId, checkedAt, verdict, ringSeconds);
    }
}
