package org.rescueline.rescue;

/** A station was asked to go. */
public record JobAssigned(RescueJobView job) implements RescueFact {}
