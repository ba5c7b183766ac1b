package org.rescueline.station.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rescueline.station.DutyPhoneVerdict;

/**
 * A row of {@code duty_phone}, as queries name it. It is read as {@link DutyPhoneRow} and written by the statements of
 * {@link StationStore}, so that no session keeps an old copy.
 */
@Entity
@Table(name = "duty_phone")
@SuppressWarnings("UnusedVariable") // queries use the fields, this class does not
class DutyPhoneEntity {

    @Id
    private UUID id;

    @Column(name = "station_id", nullable = false)
    private UUID stationId;

    @Column(nullable = false)
    private String number;

    @Column(nullable = false)
    private String label;

    @Column(name = "is_primary", nullable = false)
    private boolean primary;

    @Column(nullable = false)
    private int position;

    @Column(name = "last_check_id")
    private @Nullable UUID lastCheckId;

    @Column(name = "last_check_at")
    private @Nullable Instant lastCheckAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "last_check_verdict")
    private @Nullable DutyPhoneVerdict lastCheckVerdict;

    @Column(name = "last_check_ring_seconds")
    private @Nullable Double lastCheckRingSeconds;

    DutyPhoneEntity() {}
}
