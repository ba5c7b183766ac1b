package org.rescueline.vehicle.gps.web;

import java.util.List;

/**
 * What became of the positions of one request.
 *
 * @param taken how many were taken
 * @param passedOver those that were well-formed and not believed: they need not be sent again
 * @param refused those that could not be read: the others were taken all the same
 */
public record FeedAnswer(int taken, List<PassedOver> passedOver, List<Refused> refused) {
    /**
     * One position that was not believed.
     *
     * @param index in the request, from 0
     * @param reason such as {@code duplicate} or {@code clock_behind}
     */
    public record PassedOver(int index, String reason) {}

    /**
     * One position that could not be read.
     *
     * @param index in the request, from 0
     * @param field what is wrong
     * @param code the key of the sentence, for programs
     * @param message the sentence, in the caller's language
     */
    public record Refused(int index, String field, String code, String message) {}
}
