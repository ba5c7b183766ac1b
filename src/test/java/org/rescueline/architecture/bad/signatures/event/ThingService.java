package org.rescueline.architecture.bad.signatures.event;

import java.util.List;
import org.rescueline.architecture.bad.signatures.event.internal.ThingEntity;

/** Hands its entities out. */
public interface ThingService {

    /** Shows what should stay inside. */
    List<ThingEntity> find();
}
