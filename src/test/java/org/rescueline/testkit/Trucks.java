package org.rescueline.testkit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.rescueline.shared.Ids;
import org.rescueline.vehicle.AlarmState;
import org.rescueline.vehicle.ContactRole;
import org.rescueline.vehicle.ContactView;
import org.rescueline.vehicle.OwnerView;
import org.rescueline.vehicle.PositionSource;
import org.rescueline.vehicle.PositionView;
import org.rescueline.vehicle.SaleView;
import org.rescueline.vehicle.TerminalProtocol;
import org.rescueline.vehicle.TerminalView;
import org.rescueline.vehicle.VehicleView;

/** Trucks and places for tests. */
public final class Trucks {

    private static final AtomicInteger SERIAL = new AtomicInteger(1);

    private Trucks() {}

    /** A truck driven by this number, its terminal online. */
    public static VehicleView drivenBy(String number) {
        int serial = SERIAL.getAndIncrement();
        return new VehicleView(
                Ids.next(),
                "LZGDEM007RX%06d".formatted(serial),
                false,
                "陕A·演%04d".formatted(serial),
                "X6000",
                "6X4",
                "WEICHAI",
                "WP13",
                "FAST",
                SaleView.UNKNOWN,
                new OwnerView("演示车主", "演示物流一队"),
                List.of(new ContactView("演示司机02", ContactRole.DRIVER, number)),
                List.of(new TerminalView("1380000%04d".formatted(serial), TerminalProtocol.JT808_2019, true)),
                0);
    }

    /** A fix of a truck, just received. */
    public static PositionView at(VehicleView truck, double latitude, double longitude) {
        return position(truck.id(), truck.terminals().get(0).terminalPhone(), latitude, longitude, Instant.now());
    }

    /** A fix received at an instant. */
    public static PositionView position(
            UUID vehicleId, String terminalPhone, double latitude, double longitude, Instant at) {
        return new PositionView(
                vehicleId,
                null,
                terminalPhone,
                latitude,
                longitude,
                400,
                0.0,
                270,
                true,
                at,
                at,
                PositionSource.values()[0],
                AlarmState.NONE);
    }
}
