package org.rescueline.vehicle.gps.jt808;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** The time of a report: six BCD bytes yyMMddHHmmss, always in GMT+8 whatever the terminal's own zone. */
final class TerminalClock {
    /** What a report carries whose six bytes are no time at all. */
    static final long NO_TIME = Long.MIN_VALUE;

    static final int BYTES = 6;
    static final ZoneOffset ZONE = ZoneOffset.ofHours(8);

    private static final int CENTURY = 2000;
    private static final int[] DAYS_BEFORE_MONTH = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
    private static final int[] DAYS_IN_MONTH = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private TerminalClock() {}

    /** Seconds since 1970 in UTC, or {@link #NO_TIME}. By hand, since this runs for every position that comes in. */
    static long read(BodyReader body) throws MalformedFrame {
        int year = twoDigits(body.unsignedByte());
        int month = twoDigits(body.unsignedByte());
        int day = twoDigits(body.unsignedByte());
        int hour = twoDigits(body.unsignedByte());
        int minute = twoDigits(body.unsignedByte());
        int second = twoDigits(body.unsignedByte());
        if (year < 0 || !isDate(year, month, day) || !isTime(hour, minute, second)) {
            return NO_TIME;
        }
        long days = daysSince1970(year, month, day);
        return ((days * 24 + hour) * 60 + minute) * 60 + second - ZONE.getTotalSeconds();
    }

    /** Writes whole seconds; {@link #NO_TIME} becomes zeros, as a terminal without a clock sends them. */
    static void write(long epochSecond, BodyWriter body) {
        if (epochSecond == NO_TIME) {
            body.bytes(new byte[BYTES]);
            return;
        }
        LocalDateTime local = LocalDateTime.ofInstant(Instant.ofEpochSecond(epochSecond), ZONE);
        if (local.getYear() < CENTURY || local.getYear() >= CENTURY + 100) {
            throw new IllegalArgumentException("the standard's clock has two digits for the year: " + local);
        }
        body.unsignedByte(bcd(local.getYear() - CENTURY))
                .unsignedByte(bcd(local.getMonthValue()))
                .unsignedByte(bcd(local.getDayOfMonth()))
                .unsignedByte(bcd(local.getHour()))
                .unsignedByte(bcd(local.getMinute()))
                .unsignedByte(bcd(local.getSecond()));
    }

    private static boolean isDate(int year, int month, int day) {
        return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
    }

    private static boolean isTime(int hour, int minute, int second) {
        return hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
    }

    /** Years 2000 to 2099: every fourth is a leap year, 2000 included. */
    private static int daysIn(int year, int month) {
        return month == 2 && year % 4 == 0 ? 29 : DAYS_IN_MONTH[month - 1];
    }

    private static long daysSince1970(int year, int month, int day) {
        int leapDays = (year + 3) / 4 + (year % 4 == 0 && month > 2 ? 1 : 0);
        long daysFrom1970To2000 = 10_957;
        return daysFrom1970To2000 + year * 365L + leapDays + DAYS_BEFORE_MONTH[month - 1] + day - 1;
    }

    private static int twoDigits(int bcd) {
        int high = bcd >> 4;
        int low = bcd & 0x0f;
        return high > 9 || low > 9 ? -1 : high * 10 + low;
    }

    private static int bcd(int twoDigits) {
        return ((twoDigits / 10) << 4) | (twoDigits % 10);
    }
}
