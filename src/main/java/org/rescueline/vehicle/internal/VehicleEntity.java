package org.rescueline.vehicle.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rescueline.vehicle.ContactView;
import org.rescueline.vehicle.OwnerView;
import org.rescueline.vehicle.SaleView;
import org.rescueline.vehicle.TerminalView;
import org.rescueline.vehicle.VehicleView;
import org.rescueline.vehicle.Vin;

/** A row of {@code vehicle}. */
@Entity
@Table(name = "vehicle")
class VehicleEntity {
    @Id
    private UUID id;

    @Column
    private @Nullable String vin;

    @Column
    private @Nullable String plate;

    @Column(name = "plate_key")
    private @Nullable String plateKey;

    @Column
    private @Nullable String model;

    @Column(name = "drive_form")
    private @Nullable String driveForm;

    @Column(name = "engine_make")
    private @Nullable String engineMake;

    @Column(name = "engine_model")
    private @Nullable String engineModel;

    @Column(name = "gearbox_make")
    private @Nullable String gearboxMake;

    @Column
    private @Nullable String batch;

    @Column(name = "sold_on")
    private @Nullable LocalDate soldOn;

    @Column(name = "warranty_until")
    private @Nullable LocalDate warrantyUntil;

    @Column(name = "owner_name")
    private @Nullable String ownerName;

    @Column(name = "owner_company")
    private @Nullable String ownerCompany;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    /** Written at every edit, so that one of contacts or terminals alone counts as a version too. */
    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt;

    @Version
    private long version;

    VehicleEntity() {}

    VehicleEntity(UUID id, CheckedVehicle vehicle, Instant now) {
        this.id = id;
        this.createdAt = now;
        become(vehicle, now);
    }

    final void become(CheckedVehicle vehicle, Instant now) {
        vin = vehicle.vin();
        plate = vehicle.plate();
        plateKey = vehicle.plateKey();
        model = vehicle.model();
        driveForm = vehicle.driveForm();
        engineMake = vehicle.engineMake();
        engineModel = vehicle.engineModel();
        gearboxMake = vehicle.gearboxMake();
        batch = vehicle.sale().batch();
        soldOn = vehicle.sale().soldOn();
        warrantyUntil = vehicle.sale().warrantyUntil();
        ownerName = vehicle.owner().name();
        ownerCompany = vehicle.owner().company();
        updatedAt = now;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    VehicleView view(List<ContactView> contacts, List<TerminalView> terminals) {
        return new VehicleView(
                id,
                vin,
                vin != null && !new Vin(vin).isCheckDigitRight(),
                plate,
                model,
                driveForm,
                engineMake,
                engineModel,
                gearboxMake,
                new SaleView(batch, soldOn, warrantyUntil),
                new OwnerView(ownerName, ownerCompany),
                contacts,
                terminals,
                version);
    }
}
