package org.rescueline.vehicle;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a vehicle's terminal said with its newest report besides the place, since this node started. Null is what it did
 * not say.
 *
 * @param alarms by name, such as {@code OVERSPEED}
 * @param signals lamps, horn and brakes that are on, such as {@code BRAKE}
 * @param otherItems what is not standard: id in hex to value in hex
 */
public record TerminalDetailsView(
        String terminalPhone,
        boolean online,
        List<String> alarms,
        @Nullable Double mileageKm,
        @Nullable Double fuelLitres,
        @Nullable Double recorderSpeedKph,
        @Nullable Integer cargoTemperatureCelsius,
        @Nullable List<Integer> tyrePressuresPascal,
        @Nullable List<String> signals,
        @Nullable Integer signalStrength,
        @Nullable Integer satellites,
        Map<String, String> otherItems) {}
