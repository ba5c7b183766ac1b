package org.rescueline.architecture.bad.cycles.vehicle;

import org.rescueline.architecture.bad.cycles.station.Chicken;

/** The other half. */
public class Egg {

    Chicken chicken;
}
