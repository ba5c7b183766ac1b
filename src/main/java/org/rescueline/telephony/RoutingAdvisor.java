package org.rescueline.telephony;

import io.smallrye.mutiny.Uni;

/**
 * Knows callers better than the switch does. Rooms above implement it; this room asks every one it finds and takes the
 * advice with the highest priority. Whatever takes longer than {@code rescueline.telephony.routing-advice-timeout} is
 * not heard: the caller goes on to the queue without it.
 */
public interface RoutingAdvisor {

    /** Advice for one caller, {@link RoutingAdvice#NONE} when there is none. */
    Uni<RoutingAdvice> advise(RoutingQuestion question);
}
