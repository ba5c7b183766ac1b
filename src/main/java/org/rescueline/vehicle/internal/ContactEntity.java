package org.rescueline.vehicle.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rescueline.shared.Ids;
import org.rescueline.vehicle.ContactRole;
import org.rescueline.vehicle.ContactView;

/** A row of {@code contact}. */
@Entity
@Table(name = "contact")
class ContactEntity {
    @Id
    private UUID id;

    @Column(name = "vehicle_id", nullable = false)
    private UUID vehicleId;

    @Column(nullable = false)
    private int ordinal;

    @Column
    private @Nullable String name;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private ContactRole role;

    @Column(nullable = false)
    private String number;

    ContactEntity() {}

    ContactEntity(UUID vehicleId, int ordinal, ContactView contact) {
        this.id = Ids.next();
        this.vehicleId = vehicleId;
        this.ordinal = ordinal;
        this.name = contact.name();
        this.role = contact.role();
        this.number = contact.number();
    }

    UUID vehicleId() {
        return vehicleId;
    }

    ContactView view() {
        return new ContactView(name, role, number);
    }
}
