package org.rescueline.shared;

/**
 * Who did something, as the timeline keeps it.
 *
 * @param kind what sort of doer
 * @param id the doer's id within its kind: a user's id, a station's id, a terminal's phone
 * @param name the name at that moment; it is not looked up later, since people leave
 */
public record Actor(ActorKind kind, String id, String name) {

    /** The system itself: a timer, a rule, a reconciliation. */
    public static final Actor SYSTEM = new Actor(ActorKind.SYSTEM, "system", "Rescueline");
}
