package org.rescueline.architecture.bad.imports.geo;

import org.rescueline.architecture.bad.imports.rescue.Above;

/** A ground-floor class that knows the floor above. */
class LooksUp {

    Above above;
}
