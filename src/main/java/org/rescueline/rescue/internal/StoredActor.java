package org.rescueline.rescue.internal;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.rescueline.shared.Actor;
import org.rescueline.shared.ActorKind;

/** An actor in three columns. */
@Embeddable
class StoredActor {

    @Enumerated(EnumType.STRING)
    private ActorKind kind;

    private String id;

    private String name;

    @SuppressWarnings("NullAway.Init") // filled by the database
    StoredActor() {}

    StoredActor(Actor actor) {
        this.kind = actor.kind();
        this.id = actor.id();
        this.name = actor.name();
    }

    Actor actor() {
        return new Actor(kind, id, name);
    }
}
