package org.rescueline.vehicle.gps.fix;

/** The bits of JT/T 808 for positions that came another way. */
public final class FixBits {
    private FixBits() {}

    /** Status bits; degrees of other feeds have their sign, so that neither south nor west is ever set. */
    public static int status(boolean isFixed, boolean isIgnitionOn) {
        return (isFixed ? Fix.FIXED : 0) | (isIgnitionOn ? Fix.IGNITION : 0);
    }

    /** Alarm bits. */
    public static int alarm(boolean isDriverSos) {
        return isDriverSos ? Fix.SOS : 0;
    }
}
