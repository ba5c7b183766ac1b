package org.rescueline.station.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.rescueline.station.OfficeView;

/** A row of {@code office}. */
@Entity
@Table(name = "office")
class OfficeEntity {

    @Id
    private UUID id;

    @Column(nullable = false)
    private String code;

    @Column(nullable = false)
    private String name;

    OfficeEntity() {}

    OfficeEntity(OfficeView office) {
        this.id = office.id();
        this.code = office.code();
        this.name = office.name();
    }

    OfficeView view() {
        return new OfficeView(id, code, name);
    }
}
