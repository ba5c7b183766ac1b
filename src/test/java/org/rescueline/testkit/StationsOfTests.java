package org.rescueline.testkit;

import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.rescueline.shared.Ids;
import org.rescueline.station.Capability;
import org.rescueline.station.DutyPhoneView;
import org.rescueline.station.StationStatus;
import org.rescueline.station.StationSummary;
import org.rescueline.station.StationView;

/** Stations for tests, each with one duty phone of its own. */
public final class StationsOfTests {

    private static final AtomicInteger SERIAL = new AtomicInteger(1000);

    private StationsOfTests() {}

    /** An active station near Weinan. */
    public static StationView station() {
        int serial = SERIAL.getAndIncrement();
        return new StationView(
                Ids.next(),
                "SX" + serial,
                "演示服务站" + serial,
                "渭南",
                "WN",
                StationStatus.ACTIVE,
                4,
                "演示站长",
                "+861390000" + serial,
                List.of(new DutyPhoneView(Ids.next(), "+86913555" + serial, "主", true, null)),
                "渭南市",
                34.5,
                109.5,
                Set.of(Capability.CHASSIS),
                null,
                null,
                true,
                LocalTime.of(8, 0),
                LocalTime.of(20, 0),
                "Asia/Shanghai",
                2,
                5,
                null,
                0,
                List.of(),
                0);
    }

    /** The station in a line. */
    public static StationSummary summaryOf(StationView station) {
        return new StationSummary(
                station.id(),
                station.code(),
                station.name(),
                station.office(),
                station.latitude(),
                station.longitude(),
                station.dutyPhones().get(0).number());
    }
}
