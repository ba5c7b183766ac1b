package org.rescueline.event;

/** A case was closed. Published after commit. */
public record EventClosed(EventView event) implements EventFact {}
