package org.rescueline.vehicle.gps.jt808;

import java.util.EnumSet;
import java.util.Set;

/** The bits of item 0x25: what the vehicle does with its lamps, horn and brakes. */
public enum VehicleSignal {
    /** Low beam. */
    LOW_BEAM(0),
    /** High beam. */
    HIGH_BEAM(1),
    /** Right indicator. */
    RIGHT_TURN(2),
    /** Left indicator. */
    LEFT_TURN(3),
    /** Brake. */
    BRAKE(4),
    /** Reverse gear. */
    REVERSE(5),
    /** Fog lamp. */
    FOG_LAMP(6),
    /** Position lamp. */
    POSITION_LAMP(7),
    /** Horn. */
    HORN(8),
    /** Air conditioner. */
    AIR_CONDITIONER(9),
    /** Neutral gear. */
    NEUTRAL(10),
    /** Retarder. */
    RETARDER(11),
    /** Anti-lock brakes at work. */
    ABS(12),
    /** Heater. */
    HEATER(13),
    /** Clutch. */
    CLUTCH(14);

    private final int bit;

    VehicleSignal(int bit) {
        this.bit = bit;
    }

    /** Those whose bit is set; bits that the standard does not name are passed over. */
    public static Set<VehicleSignal> in(int bits) {
        Set<VehicleSignal> set = EnumSet.noneOf(VehicleSignal.class);
        for (VehicleSignal one : values()) {
            if ((bits & 1 << one.bit) != 0) {
                set.add(one);
            }
        }
        return set;
    }

    /** These as bits. */
    public static int bits(Set<VehicleSignal> set) {
        return set.stream().mapToInt(one -> 1 << one.bit).reduce(0, (all, bit) -> all | bit);
    }
}
