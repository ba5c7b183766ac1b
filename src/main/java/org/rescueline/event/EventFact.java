package org.rescueline.event;

/** News about a case, with the case as it was then. Whoever shows cases subscribes to this once and keeps the order. */
public sealed interface EventFact permits EventOpened, EventChanged, EventClosed, CallAttached {

    /** The case after the change. */
    EventView event();
}
