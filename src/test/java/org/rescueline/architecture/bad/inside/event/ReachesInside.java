package org.rescueline.architecture.bad.inside.event;

import org.rescueline.architecture.bad.inside.station.internal.Secret;

/** Walks past the front door. */
class ReachesInside {

    Secret secret;
}
