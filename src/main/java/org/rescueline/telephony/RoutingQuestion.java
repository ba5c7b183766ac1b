package org.rescueline.telephony;

import org.jspecify.annotations.Nullable;

/**
 * What the switch asks while a caller hears the greeting.
 *
 * @param callerNumber null when withheld
 * @param dialedNumber the hotline number rung
 */
public record RoutingQuestion(
        String uniqueid,
        @Nullable String callerNumber,
        @Nullable String dialedNumber) {}
