package org.rescueline.rescue;

/** A trip beyond the distance that needs it was allowed. */
public record LongTripApproved(RescueJobView job) implements RescueFact {}
