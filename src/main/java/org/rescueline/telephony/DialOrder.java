package org.rescueline.telephony;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rescueline.shared.PhoneNumber;

/**
 * An order to ring somebody.
 *
 * @param attemptId chosen and stored by the one who orders, before ordering. It becomes the channel's Uniqueid, which
 *     is how a crash between storing and dialling can be told from one between dialling and noting
 * @param operatorExtension whose phone rings first; needed where {@link DialPurpose#ringsOperatorFirst}, absent otherwise
 * @param ringTimeout how long each phone may ring, at least one second
 * @param callerId the hotline number to show
 */
public record DialOrder(
        UUID attemptId,
        DialPurpose purpose,
        PhoneNumber number,
        @Nullable String operatorExtension,
        Duration ringTimeout,
        String callerId) {

    public DialOrder {
        if (purpose.ringsOperatorFirst() != (operatorExtension != null)) {
            throw new IllegalArgumentException(
                    "what rings an operator first needs an extension, and nothing else has one");
        }
        if (operatorExtension != null && !operatorExtension.matches("[0-9]{2,8}")) {
            throw new IllegalArgumentException("an extension is 2 to 8 digits: " + operatorExtension);
        }
        if (!callerId.matches("\\+?[0-9]{3,15}")) {
            throw new IllegalArgumentException("a caller id is 3 to 15 digits: " + callerId);
        }
        if (ringTimeout.toMillis() < 1000) {
            throw new IllegalArgumentException("ring timeout below one second: " + ringTimeout);
        }
    }
}
