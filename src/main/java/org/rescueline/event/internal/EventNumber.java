package org.rescueline.event.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The number people say on the telephone: {@code EV-260114-0032}, counted from 1 within a day of the centre's clock.
 * A rolled-back opening leaves a gap; nothing is ever numbered twice.
 */
final class EventNumber {

    /** The centre's clock; the whole country keeps Beijing time. */
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);

    private EventNumber() {}

    /** The day to which an instant belongs. */
    static LocalDate dayOf(Instant at) {
        return at.atZone(ZONE).toLocalDate();
    }

    /** Four digits at least; the ten-thousandth event of a day simply has five. */
    static String format(LocalDate day, long serial) {
        return "EV-%s-%04d".formatted(DAY.format(day), serial);
    }
}
