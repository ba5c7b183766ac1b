package org.rescueline.spotcheck;

/** A spot check was dialled or judged; never told of one that is not dialled yet. Published after commit. */
public record SpotCheckChanged(SpotCheckView spotCheck) {}
