package org.rescueline.telephony.internal.ledger;

import java.util.Optional;
import java.util.UUID;

/** Tells an order's channel from the switch's own: its Uniqueid is the attempt's id. */
public final class AttemptIds {

    private static final int LENGTH = 36;

    private AttemptIds() {}

    /** The attempt that a Uniqueid or Linkedid names, if it names one. */
    public static Optional<UUID> parse(String id) {
        if (id.length() != LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }
}
