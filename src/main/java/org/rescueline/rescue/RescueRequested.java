package org.rescueline.rescue;

/** A rescue was asked for. */
public record RescueRequested(RescueJobView job) implements RescueFact {}
