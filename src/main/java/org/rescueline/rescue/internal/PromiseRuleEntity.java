package org.rescueline.rescue.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import org.rescueline.event.Priority;
import org.rescueline.rescue.PromiseKind;
import org.rescueline.rescue.PromiseRule;

/** A row of {@code promise_rule}. */
@Entity
@Table(name = "promise_rule")
class PromiseRuleEntity {

    @Id
    private int position;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private PromiseKind kind;

    @Column(name = "up_to_km")
    private @Nullable Integer upToKm;

    private @Nullable String area;

    @Column(name = "from_hour")
    private @Nullable Integer fromHour;

    @Column(name = "to_hour")
    private @Nullable Integer toHour;

    @Enumerated(EnumType.STRING)
    private @Nullable Priority priority;

    @Column(nullable = false)
    private int minutes;

    @SuppressWarnings("NullAway.Init") // filled by the database
    PromiseRuleEntity() {}

    PromiseRuleEntity(int position, PromiseRule rule) {
        this.position = position;
        this.kind = rule.kind();
        this.upToKm = rule.upToKm();
        this.area = rule.area();
        this.fromHour = rule.fromHour();
        this.toHour = rule.toHour();
        this.priority = rule.priority();
        this.minutes = rule.minutes();
    }

    PromiseRule rule() {
        return new PromiseRule(kind, upToKm, area, fromHour, toHour, priority, minutes);
    }
}
