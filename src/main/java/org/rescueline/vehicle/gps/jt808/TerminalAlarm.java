package org.rescueline.vehicle.gps.jt808;

import java.util.EnumSet;
import java.util.Set;

/** The alarm bits of a location report, by the numbers of JT/T 808-2013 and -2019. */
public enum TerminalAlarm {
    /** The driver's emergency button. */
    DRIVER_SOS(0),
    /** Driving too fast. */
    OVERSPEED(1),
    /** Driving too long. */
    FATIGUE(2),
    /** Danger ahead. */
    DANGER_AHEAD(3),
    /** The satellite receiver is broken. */
    SATELLITE_MODULE_FAULT(4),
    /** The antenna is not connected or cut. */
    ANTENNA_CUT(5),
    /** The antenna is short-circuited. */
    ANTENNA_SHORT(6),
    /** The main power is low. */
    LOW_VOLTAGE(7),
    /** The main power is cut. */
    POWER_CUT(8),
    /** The display is broken. */
    DISPLAY_FAULT(9),
    /** The speech module is broken. */
    SPEECH_FAULT(10),
    /** A camera is broken. */
    CAMERA_FAULT(11),
    /** The reader of the driver's card is broken. */
    CARD_READER_FAULT(12),
    /** Soon too fast. */
    OVERSPEED_WARNING(13),
    /** Soon too long. */
    FATIGUE_WARNING(14),
    /** Driving against the rules (2019). */
    AGAINST_THE_RULES(15),
    /** A tyre's pressure is not right (2019). */
    TYRE_PRESSURE_WARNING(16),
    /** Something in the blind spot of a right turn (2019). */
    BLIND_SPOT_WARNING(17),
    /** More hours driven today than allowed. */
    DAILY_DRIVING_OVERTIME(18),
    /** Parked for too long. */
    PARKING_OVERTIME(19),
    /** Into or out of an area. */
    AREA_CROSSED(20),
    /** Onto or off a route. */
    ROUTE_CROSSED(21),
    /** Too short or too long on a stretch of the route. */
    ROUTE_TIME(22),
    /** Off the route. */
    OFF_ROUTE(23),
    /** The speed sensor is broken. */
    SPEED_SENSOR_FAULT(24),
    /** The fuel level changes as it should not. */
    FUEL_ABNORMAL(25),
    /** Stolen, by the anti-theft device. */
    STOLEN(26),
    /** Started by somebody who may not. */
    ILLEGAL_IGNITION(27),
    /** Moved while it should stand. */
    ILLEGAL_MOVE(28),
    /** A collision, or one about to happen. */
    COLLISION_WARNING(29),
    /** Turned over, or about to. */
    ROLLOVER_WARNING(30),
    /** A door opened that should be shut (2013). */
    ILLEGAL_DOOR(31);

    private final int bit;

    TerminalAlarm(int bit) {
        this.bit = bit;
    }

    /** Those whose bit is set; bits that the standard does not name are passed over. */
    public static Set<TerminalAlarm> in(int bits) {
        Set<TerminalAlarm> set = EnumSet.noneOf(TerminalAlarm.class);
        for (TerminalAlarm one : values()) {
            if ((bits & 1 << one.bit) != 0) {
                set.add(one);
            }
        }
        return set;
    }

    /** These as bits. */
    public static int bits(Set<TerminalAlarm> set) {
        return set.stream().mapToInt(one -> 1 << one.bit).reduce(0, (all, bit) -> all | bit);
    }
}
