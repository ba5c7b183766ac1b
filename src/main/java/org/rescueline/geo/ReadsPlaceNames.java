package org.rescueline.geo;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Has the place names in memory before the first call rings: reading them takes longer than an event loop may wait. The
 * launcher begins with it beside the rest of the start, so mostly there is nothing left to wait for.
 */
@Singleton
class ReadsPlaceNames {

    void read(@Observes StartupEvent start) {
        PlaceNames.read();
    }
}
