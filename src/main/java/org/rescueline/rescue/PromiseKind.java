package org.rescueline.rescue;

import java.util.Optional;

/** What is promised to happen next; one clock runs for each open job. */
public enum PromiseKind {
    /** A station is asked. */
    ASSIGN,
    /** The station says yes or no. */
    RESPOND,
    /** The van leaves. */
    DEPART,
    /** The van is with the truck; counted from when the station said yes. */
    ARRIVE,
    /** The inspection begins. */
    INSPECT,
    /** The repair begins. */
    START_REPAIR,
    /** The truck can go on. */
    REPAIR,
    /** The parts are there. */
    PARTS,
    /** The van leaves for its second trip. */
    RETURN,
    /** The customer is called. */
    FOLLOW_UP,
    /** The job is closed. */
    CLOSE;

    /** What is promised while a job stands at a stage; nothing any more once it is finished. */
    public static Optional<PromiseKind> at(RescueStage stage) {
        return switch (stage) {
            case PENDING, DECLINED, UNANSWERED -> Optional.of(ASSIGN);
            case OFFERED -> Optional.of(RESPOND);
            case ACCEPTED -> Optional.of(DEPART);
            case DEPARTED -> Optional.of(ARRIVE);
            case ARRIVED -> Optional.of(INSPECT);
            case INSPECTING -> Optional.of(START_REPAIR);
            case REPAIRING -> Optional.of(REPAIR);
            case WAITING_FOR_PARTS -> Optional.of(PARTS);
            case SECOND_TRIP -> Optional.of(RETURN);
            case COMPLETED -> Optional.of(FOLLOW_UP);
            case CALLBACK -> Optional.of(CLOSE);
            case CLOSED, CANCELLED -> Optional.empty();
        };
    }
}
