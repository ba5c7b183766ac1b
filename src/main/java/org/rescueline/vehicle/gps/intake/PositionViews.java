package org.rescueline.vehicle.gps.intake;

import org.jspecify.annotations.Nullable;
import org.rescueline.vehicle.AlarmState;
import org.rescueline.vehicle.PositionView;
import org.rescueline.vehicle.gps.fix.Fix;

/** Fixes as other rooms see them. */
public final class PositionViews {
    private PositionViews() {}

    /** The fix of a terminal. */
    public static PositionView of(KnownTerminal terminal, Fix fix) {
        return new PositionView(
                terminal.vehicleId(),
                terminal.plate(),
                terminal.phone(),
                fix.latitude(),
                fix.longitude(),
                orNull(fix.altitudeMeters()),
                fix.speedTenthsKph() == Fix.UNKNOWN ? null : fix.speedTenthsKph() / 10.0,
                orNull(fix.courseDegrees()),
                fix.isIgnitionKnown() ? fix.isIgnitionOn() : null,
                fix.bestTime(),
                fix.receivedAt(),
                fix.source(),
                alarm(fix));
    }

    private static AlarmState alarm(Fix fix) {
        if (fix.isDriverSos()) {
            return AlarmState.SOS;
        }
        return fix.alarmBits() == 0 ? AlarmState.NONE : AlarmState.WARNING;
    }

    private static @Nullable Integer orNull(int value) {
        return value == Fix.UNKNOWN ? null : value;
    }
}
