package org.rescueline.architecture.bad.entities.event;

import jakarta.persistence.Embeddable;

/** An entity by the front door. */
@Embeddable
class OpenEntity {

    String name;
}
