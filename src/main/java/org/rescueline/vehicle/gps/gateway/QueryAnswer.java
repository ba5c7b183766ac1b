package org.rescueline.vehicle.gps.gateway;

import org.jspecify.annotations.Nullable;
import org.rescueline.vehicle.PositionView;

/**
 * What a terminal answered to the question where it is.
 *
 * @param position only with {@link Kind#ANSWERED}
 */
public record QueryAnswer(Kind kind, @Nullable PositionView position) {
    /** The ends that asking one terminal can come to. */
    public enum Kind {
        /** It told where it is. */
        ANSWERED,
        /** It does not know the question, or has no fix and never had one. */
        REFUSED,
        /** Its connection ended meanwhile. */
        GONE,
        /** It is not connected. */
        OFFLINE,
        /** It did not answer in time. */
        NO_ANSWER
    }

    static final QueryAnswer REFUSED = new QueryAnswer(Kind.REFUSED, null);
    static final QueryAnswer GONE = new QueryAnswer(Kind.GONE, null);
    static final QueryAnswer OFFLINE = new QueryAnswer(Kind.OFFLINE, null);
    static final QueryAnswer NO_ANSWER = new QueryAnswer(Kind.NO_ANSWER, null);

    static QueryAnswer of(PositionView position) {
        return new QueryAnswer(Kind.ANSWERED, position);
    }
}
