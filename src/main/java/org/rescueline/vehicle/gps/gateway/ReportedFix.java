package org.rescueline.vehicle.gps.gateway;

import java.time.Instant;
import java.util.OptionalLong;
import org.rescueline.vehicle.PositionSource;
import org.rescueline.vehicle.gps.fix.Fix;
import org.rescueline.vehicle.gps.jt808.AdditionalItems;
import org.rescueline.vehicle.gps.jt808.LocationReport;

/** A report in JT/T 808 as a fix on its way through the steps. */
final class ReportedFix {
    private ReportedFix() {}

    static Fix of(LocationReport report, Instant receivedAt) {
        return new Fix(
                report.unsignedLatitude(),
                report.unsignedLongitude(),
                report.altitudeMeters(),
                report.speedTenthsKph(),
                report.courseDegrees(),
                report.findTime().orElse(null),
                receivedAt,
                report.statusBits(),
                true,
                report.alarmBits(),
                orUnknown(report.items().find(AdditionalItems.MILEAGE)),
                (int) orUnknown(report.items().find(AdditionalItems.SATELLITES)),
                PositionSource.TERMINAL);
    }

    private static long orUnknown(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : Fix.UNKNOWN;
    }
}
