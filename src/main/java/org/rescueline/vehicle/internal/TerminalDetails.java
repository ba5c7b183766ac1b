package org.rescueline.vehicle.internal;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.rescueline.vehicle.TerminalDetailsView;
import org.rescueline.vehicle.TerminalView;
import org.rescueline.vehicle.gps.intake.TrackedTerminal;
import org.rescueline.vehicle.gps.jt808.LocationDetails;
import org.rescueline.vehicle.gps.jt808.TerminalAlarm;

/** What terminals said with their newest reports, for people to read. */
final class TerminalDetails {
    private TerminalDetails() {}

    static TerminalDetailsView of(TerminalView terminal, TrackedTerminal tracked) {
        LocationDetails details = LocationDetails.of(tracked.items());
        return new TerminalDetailsView(
                terminal.terminalPhone(),
                terminal.online(),
                names(TerminalAlarm.in(tracked.alarmBits())),
                details.mileageKm(),
                details.fuelLitres(),
                details.recorderSpeedKph(),
                details.cargoTemperatureCelsius(),
                details.tyrePressuresPascal(),
                details.signals() == null ? null : names(details.signals()),
                details.signalStrength(),
                details.satellites(),
                inHex(details.unknown()));
    }

    private static List<String> names(Set<? extends Enum<?>> set) {
        return set.stream().map(Enum::name).toList();
    }

    private static Map<String, String> inHex(Map<Integer, byte[]> items) {
        Map<String, String> hex = new TreeMap<>();
        items.forEach(
                (id, value) -> hex.put("0x%02x".formatted(id), HexFormat.of().formatHex(value)));
        return hex;
    }
}
