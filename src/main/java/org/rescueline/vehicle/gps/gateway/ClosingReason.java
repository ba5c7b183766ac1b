package org.rescueline.vehicle.gps.gateway;

import java.util.Locale;

/** Why a connection was closed that its terminal would have kept. Each is counted under its own name. */
enum ClosingReason {
    /** More malformed frames than within {@code malformed-window} are borne. */
    MALFORMED_FLOOD,
    /** More frames a second than {@code max-frames-per-second}. */
    FRAME_FLOOD,
    /** A frame that took longer than {@code frame-timeout} to come. */
    FRAME_TOO_SLOW,
    /** No terminal has authenticated itself within {@code authentication-timeout}. */
    NOT_AUTHENTICATED,
    /** More connections than may be open, of all or of one address. */
    TOO_MANY;

    private final String label = name().toLowerCase(Locale.ROOT);

    /** The name under which it is counted, such as {@code frame_flood}. */
    String label() {
        return label;
    }
}
