package org.rescueline.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Today's inbound calls in a few figures.
 *
 * @param asOf when they were read
 * @param from local midnight; a call belongs to the day it was offered on
 * @param definitions what each figure means, by the figure's name
 * @param averageAnswerSeconds from offered to answered, of those answered; null when none was
 * @param averageHandleSeconds from answered to ended, of those ended; null when none was
 * @param callbackRequested callers who asked to be called back instead of waiting on; they have not given up
 * @param transfers how often a caller was passed on to another person
 * @param talkSeconds how long callers have spoken with people, those who still do up to now
 * @param waiting callers who wait for a person now, whenever they came
 * @param longestWaitSeconds how long the first of them has waited; null when nobody waits
 */
public record CallSummary(
        Instant asOf,
        Instant from,
        Map<String, Definition> definitions,
        long offered,
        long answered,
        long abandoned,
        long shortAbandoned,
        long callbackRequested,
        List<ServiceLevel> serviceLevel,
        @Nullable Double averageAnswerSeconds,
        @Nullable Double averageHandleSeconds,
        long transfers,
        double talkSeconds,
        long waiting,
        @Nullable Double longestWaitSeconds) {}
