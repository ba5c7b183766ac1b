package org.rescueline.rescue;

/** The promised moment passed and the stage is still the same. */
public record PromiseBroken(RescueJobView job) implements RescueFact {}
