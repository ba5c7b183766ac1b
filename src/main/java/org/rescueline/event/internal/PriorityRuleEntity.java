package org.rescueline.event.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Immutable;
import org.rescueline.event.Condition;
import org.rescueline.event.Priority;
import org.rescueline.event.PriorityRow;

/** A row of a version of the priority table; never changed once in force. */
@Entity(name = "PriorityRule")
@Table(name = "priority_rule")
@IdClass(PriorityRuleEntity.Key.class)
@Immutable
class PriorityRuleEntity {

    @Id
    long version;

    @Id
    @Column(name = "row")
    int place;

    @Convert(converter = Json.Conditions.class)
    @ColumnTransformer(read = "cast(conditions as text)", write = Json.WRITE)
    List<Condition> conditions;

    @Enumerated(EnumType.STRING)
    Priority priority;

    static PriorityRuleEntity of(long version, PriorityRow row) {
        var entity = new PriorityRuleEntity();
        entity.version = version;
        entity.place = row.row();
        entity.conditions = row.conditions();
        entity.priority = row.priority();
        return entity;
    }

    PriorityRow toRow() {
        return new PriorityRow(place, conditions, priority);
    }

    /** Version and place together. */
    record Key(long version, int place) implements Serializable {
        @Serial
        private static final long serialVersionUID = 1;
    }
}
