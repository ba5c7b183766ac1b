package org.rescueline.telephony.internal.fold;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rescueline.telephony.MenuChoice;

/** What happened to a leg. */
public enum Moment {
    /** The channel was made. */
    STARTED,
    /** The caller began to wait in the queue. */
    QUEUED,
    /** The phone at its end began to ring. */
    RINGING,
    /** Somebody or something picked up; for a caller's leg it may be the queue itself. */
    ANSWERED,
    /** It was joined with another leg: the two can hear each other. */
    BRIDGED,
    /** The caller said in the menu what the call is about; so do the next three. */
    CHOSE_RESCUE(MenuChoice.RESCUE),
    CHOSE_SERVICE(MenuChoice.SERVICE),
    CHOSE_COMPLAINT(MenuChoice.COMPLAINT),
    CHOSE_NOTHING(MenuChoice.NONE),
    /** The caller asked to be called back when it is his turn, and is about to hang up. */
    CALLBACK_REQUESTED,
    /** The channel is gone. */
    ENDED,
    /** Nothing happened; the leg is known to exist, and under which Linkedid. */
    SEEN;

    private final @Nullable MenuChoice choice;

    Moment() {
        this(null);
    }

    Moment(@Nullable MenuChoice choice) {
        this.choice = choice;
    }

    /** What the dialplan's number stands for: 1 to 3 are the keys, 0 is none. */
    public static Optional<Moment> ofChoice(@Nullable String told) {
        return switch (told == null ? "" : told) {
            case "0" -> Optional.of(CHOSE_NOTHING);
            case "1" -> Optional.of(CHOSE_RESCUE);
            case "2" -> Optional.of(CHOSE_SERVICE);
            case "3" -> Optional.of(CHOSE_COMPLAINT);
            default -> Optional.empty();
        };
    }

    /** What the caller chose; null when it was something else that happened. */
    @Nullable
    MenuChoice choice() {
        return choice;
    }
}
