package org.rescueline.event;

/** A case was taken on. Published after commit. */
public record EventOpened(EventView event) implements EventFact {}
