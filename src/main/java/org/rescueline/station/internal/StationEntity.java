package org.rescueline.station.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rescueline.geo.WgsPoint;
import org.rescueline.shared.PhoneNumber;
import org.rescueline.station.Capability;
import org.rescueline.station.DutyPhoneView;
import org.rescueline.station.NewStation;
import org.rescueline.station.OfficeView;
import org.rescueline.station.OpeningHours;
import org.rescueline.station.StationStatus;

/** A row of {@code station}. */
@Entity
@Table(name = "station")
class StationEntity {

    @Id
    private UUID id;

    @Column(nullable = false)
    private String code;

    @Column(nullable = false)
    private String name;

    @Column(name = "office_id", nullable = false)
    private UUID officeId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private StationStatus status;

    @Column(name = "star_grade")
    private @Nullable Integer starGrade;

    @Column(name = "head_name")
    private @Nullable String headName;

    @Column(name = "head_phone")
    private @Nullable String headPhone;

    @Column(nullable = false)
    private String address;

    @Column(nullable = false)
    private double latitude;

    @Column(nullable = false)
    private double longitude;

    @Column(nullable = false)
    private String[] capabilities;

    @Column(name = "main_models")
    private @Nullable String mainModels;

    @Column(name = "parts_hint")
    private @Nullable String partsHint;

    @Column(name = "night_opening", nullable = false)
    private boolean nightOpening;

    @Column(name = "opens_at", nullable = false)
    private LocalTime opensAt;

    @Column(name = "closes_at", nullable = false)
    private LocalTime closesAt;

    @Column(nullable = false)
    private String zone;

    @Column(name = "rescue_vans", nullable = false)
    private int rescueVans;

    @Column(nullable = false)
    private int technicians;

    @Column(name = "service_radius_km")
    private @Nullable Integer serviceRadiusKm;

    @Version
    private long version;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt;

    StationEntity() {}

    StationEntity(UUID id, NewStation station, UUID officeId, Instant now) {
        this.id = id;
        this.createdAt = now;
        become(station, officeId, now);
    }

    /** Takes over everything people enter; the duty phones are rows of their own. */
    final void become(NewStation station, UUID office, Instant now) {
        code = station.code();
        name = station.name();
        officeId = office;
        status = station.status();
        starGrade = station.starGrade();
        headName = station.headName();
        headPhone = e164(station.headPhone());
        address = station.address();
        latitude = station.place().latitude();
        longitude = station.place().longitude();
        capabilities =
                station.capabilities().stream().sorted().map(Capability::name).toArray(String[]::new);
        mainModels = station.mainModels();
        partsHint = station.partsHint();
        nightOpening = station.hours().night();
        opensAt = station.hours().opensAt();
        closesAt = station.hours().closesAt();
        zone = station.hours().zone().getId();
        rescueVans = station.rescueVans();
        technicians = station.technicians();
        serviceRadiusKm = station.serviceRadiusKm();
        updatedAt = now;
    }

    UUID id() {
        return id;
    }

    UUID officeId() {
        return officeId;
    }

    long version() {
        return version;
    }

    StationRecord record(OfficeView office, List<DutyPhoneView> phones) {
        return new StationRecord(
                id,
                code,
                name,
                office,
                status,
                starGrade,
                headName,
                headPhone,
                phones,
                address,
                new WgsPoint(latitude, longitude),
                Arrays.stream(capabilities).map(Capability::valueOf).collect(Collectors.toSet()),
                mainModels,
                partsHint,
                new OpeningHours(nightOpening, opensAt, closesAt, ZoneId.of(zone)),
                rescueVans,
                technicians,
                serviceRadiusKm,
                version);
    }

    private static @Nullable String e164(@Nullable PhoneNumber number) {
        return number == null ? null : number.e164();
    }
}
