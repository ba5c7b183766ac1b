package org.rescueline.architecture.bad.cycles.station;

import org.rescueline.architecture.bad.cycles.vehicle.Egg;

/** Half of a circle. */
public class Chicken {

    Egg egg;
}
