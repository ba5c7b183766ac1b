package org.rescueline.architecture.bad.signatures.event.internal;

import jakarta.persistence.Embeddable;

/** An entity where it belongs. */
@Embeddable
public class ThingEntity {

    String name;
}
