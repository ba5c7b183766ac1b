package org.rescueline.vehicle.gps.jt808;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 0x0702: who drives, by the certificate card in the terminal. Personal data: stays out of logs.
 *
 * @param state 2011 has no cards that are put in and taken out: there it is always {@link CardState#INSERTED}
 * @param epochSecond when the card was put in or taken out, seconds since 1970 in UTC; {@link Long#MIN_VALUE} when it is
 *     not told
 * @param reading whether the card could be read; only then the fields behind it are filled
 * @param name of the driver
 * @param certificate number of the qualification certificate (从业资格证)
 * @param authority that issued it
 * @param validUntil last day of the certificate; null when it is not told or no date
 * @param identityNumber of the citizen's card; empty in the edition of 2013
 */
public record DriverIdentity(
        CardState state,
        long epochSecond,
        CardReading reading,
        String name,
        String certificate,
        String authority,
        @Nullable LocalDate validUntil,
        String identityNumber)
        implements TerminalMessage {

    /** Where the card is. */
    public enum CardState {
        /** In the terminal: a driver begins. */
        INSERTED,
        /** Taken out: the driver ends. */
        REMOVED
    }

    /** What came of reading the card. */
    public enum CardReading {
        /** It was read. */
        READ,
        /** The card's key did not agree. */
        KEY_REFUSED,
        /** The card is locked. */
        LOCKED,
        /** The card was pulled out too early. */
        PULLED_OUT,
        /** Its check bytes are wrong, or the terminal says something the standard does not name. */
        DAMAGED;

        static CardReading of(int number) {
            return number < values().length ? values()[number] : DAMAGED;
        }
    }

    /** A card was taken out. */
    public static DriverIdentity removed(long epochSecond) {
        return new DriverIdentity(CardState.REMOVED, epochSecond, CardReading.READ, "", "", "", null, "");
    }

    /** When the card was put in or taken out, as far as it is told. */
    public Optional<Instant> findTime() {
        return epochSecond == TerminalClock.NO_TIME
                ? Optional.empty()
                : Optional.of(Instant.ofEpochSecond(epochSecond));
    }

    @Override
    public int messageId() {
        return MessageId.DRIVER_IDENTITY;
    }

    @Override
    public String toString() {
        return "DriverIdentity[" + state + ", " + reading + "]";
    }
}
