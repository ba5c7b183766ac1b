package org.rescueline.event;

/** A case was begun, edited, or gained or lost a call or a rescue. Published after commit. */
public record EventChanged(EventView event) implements EventFact {}
