package org.rescueline.rescue;

/** The job went from one stage to another, otherwise than by asking a station. */
public record JobAdvanced(RescueJobView job, RescueStage from, RescueStage to) implements RescueFact {}
