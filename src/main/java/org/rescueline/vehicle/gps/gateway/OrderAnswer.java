package org.rescueline.vehicle.gps.gateway;

import org.jspecify.annotations.Nullable;
import org.rescueline.vehicle.gps.jt808.TerminalMessage;

/**
 * What a terminal answered to an order or a question.
 *
 * @param message what it told, with {@link Kind#DONE} to a question
 */
public record OrderAnswer(Kind kind, @Nullable TerminalMessage message) {
    /** The ends that it can come to. */
    public enum Kind {
        /** It did what it was told, or answered what it was asked. */
        DONE,
        /** It said that it could not. */
        FAILED,
        /** It said that it does not know such an order. */
        NOT_SUPPORTED,
        /** Its connection ended meanwhile: perhaps done, perhaps not. */
        GONE,
        /** It is not connected. */
        OFFLINE,
        /** It did not answer in time: perhaps done, perhaps not. */
        NO_ANSWER
    }

    static final OrderAnswer DONE = new OrderAnswer(Kind.DONE, null);
    static final OrderAnswer GONE = new OrderAnswer(Kind.GONE, null);
    static final OrderAnswer OFFLINE = new OrderAnswer(Kind.OFFLINE, null);
    static final OrderAnswer NO_ANSWER = new OrderAnswer(Kind.NO_ANSWER, null);

    static OrderAnswer of(TerminalMessage message) {
        return new OrderAnswer(Kind.DONE, message);
    }

    /** An answer without content, by the standard's number: 0 done, 3 not supported. */
    static OrderAnswer ofResult(int result) {
        return switch (result) {
            case 0 -> DONE;
            case 3 -> new OrderAnswer(Kind.NOT_SUPPORTED, null);
            default -> new OrderAnswer(Kind.FAILED, null);
        };
    }
}
