package org.rescueline.vehicle.gps.intake;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Sees when a driver presses the emergency button, from reports that only say whether it is pressed.
 *
 * <p>A press is told once, however long the button is held and however often the report is repeated. A late report – the
 * truck had no network – tells of its press too, unless a later press has been told already. After a long silence with
 * the button held the next report counts as a new press: rather twice than never.
 */
final class SosWatch {
    /** Reports with the button held come every few seconds; after so long a gap it was let go unseen. */
    static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);

    /** What a report means. */
    enum News {
        /** Nothing new. */
        NOTHING,
        /** The button was pressed. */
        PRESSED,
        /** The button was let go. */
        RELEASED
    }

    private boolean isHeld;
    private @Nullable Instant lastHeldAt;
    private @Nullable Instant newestAt;

    SosWatch(boolean isHeld, @Nullable Instant lastHeldAt) {
        this.isHeld = isHeld;
        this.lastHeldAt = lastHeldAt;
    }

    synchronized News see(boolean isPressed, Instant at) {
        Instant newest = newestAt;
        if (newest != null && at.isBefore(newest)) {
            return isPressed ? seeLatePress(at) : News.NOTHING;
        }
        newestAt = at;
        return isPressed ? seePress(at) : seeRelease();
    }

    private News seePress(Instant at) {
        Instant before = lastHeldAt;
        boolean isForgotten = before != null && at.isAfter(before.plus(FORGOTTEN_AFTER));
        lastHeldAt = at;
        if (isHeld && !isForgotten) {
            return News.NOTHING;
        }
        isHeld = true;
        return News.PRESSED;
    }

    private News seeRelease() {
        if (!isHeld) {
            return News.NOTHING;
        }
        isHeld = false;
        return News.RELEASED;
    }

    private News seeLatePress(Instant at) {
        Instant before = lastHeldAt;
        if (before != null && !at.isAfter(before)) {
            return News.NOTHING;
        }
        lastHeldAt = at;
        return isHeld ? News.NOTHING : News.PRESSED;
    }
}
