package org.rescueline.event.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** A version of the priority table. The key refuses a second table of the same version. */
@Entity(name = "PriorityTable")
@Table(name = "priority_table")
@Immutable
class PriorityTableEntity {

    @Id
    long version;

    @Column(name = "changed_at")
    Instant changedAt;

    @Column(name = "changed_by")
    String changedBy;
}
