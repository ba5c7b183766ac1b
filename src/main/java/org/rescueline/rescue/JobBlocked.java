package org.rescueline.rescue;

/** Something keeps the job from going on, or no longer does. */
public record JobBlocked(RescueJobView job) implements RescueFact {}
