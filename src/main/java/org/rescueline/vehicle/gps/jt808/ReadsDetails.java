package org.rescueline.vehicle.gps.jt808;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Walks the items of one report; each goes to the field its id names, when its length is the standard's. */
final class ReadsDetails {
    private static final int NO_SENSOR = 0xff;
    private static final double TENTHS = 10.0;

    private @Nullable Double mileageKm;
    private @Nullable Double fuelLitres;
    private @Nullable Double recorderSpeedKph;
    private @Nullable Integer alarmToConfirm;
    private @Nullable List<Integer> tyrePressures;
    private @Nullable Integer cargoTemperature;
    private LocationDetails.@Nullable Overspeed overspeed;
    private LocationDetails.@Nullable AreaCrossing areaCrossing;
    private LocationDetails.@Nullable RouteTime routeTime;
    private @Nullable Set<VehicleSignal> signals;
    private @Nullable Integer ioBits;
    private @Nullable Integer analogue0;
    private @Nullable Integer analogue1;
    private @Nullable Integer signalStrength;
    private @Nullable Integer satellites;
    private final Map<Integer, byte[]> unknown = new TreeMap<>();

    LocationDetails read(AdditionalItems items) {
        items.forEach(this::take);
        return new LocationDetails(
                mileageKm,
                fuelLitres,
                recorderSpeedKph,
                alarmToConfirm,
                tyrePressures,
                cargoTemperature,
                overspeed,
                areaCrossing,
                routeTime,
                signals,
                ioBits,
                analogue0,
                analogue1,
                signalStrength,
                satellites,
                unknown,
                items.isOverrun());
    }

    private void take(int id, byte[] value) {
        try {
            if (!isKnown(id, new BodyReader(value, 0, value.length))) {
                unknown.put(id, value);
            }
        } catch (MalformedFrame e) {
            unknown.put(id, value);
        }
    }

    /** Tyres are as many as there are. */
    private static boolean hasStandardLength(int id, int length) {
        return switch (id) {
            case AdditionalItems.SIGNAL_STRENGTH, AdditionalItems.SATELLITES -> length == 1;
            case AdditionalItems.FUEL,
                    AdditionalItems.RECORDER_SPEED,
                    AdditionalItems.ALARM_TO_CONFIRM,
                    AdditionalItems.CARGO_TEMPERATURE,
                    AdditionalItems.IO_STATUS -> length == 2;
            case AdditionalItems.MILEAGE, AdditionalItems.SIGNALS, AdditionalItems.ANALOGUE -> length == 4;
            case AdditionalItems.OVERSPEED -> length == 1 || length == 5;
            case AdditionalItems.AREA_CROSSING -> length == 6;
            case AdditionalItems.ROUTE_TIME -> length == 7;
            default -> true;
        };
    }

    /** False for an id that is not standard, or a length that the id does not have. */
    private boolean isKnown(int id, BodyReader value) throws MalformedFrame {
        if (!hasStandardLength(id, value.remaining())) {
            return false;
        }
        switch (id) {
            case AdditionalItems.MILEAGE -> mileageKm = value.unsignedInt() / TENTHS;
            case AdditionalItems.FUEL -> fuelLitres = value.unsignedShort() / TENTHS;
            case AdditionalItems.RECORDER_SPEED -> recorderSpeedKph = value.unsignedShort() / TENTHS;
            case AdditionalItems.ALARM_TO_CONFIRM -> alarmToConfirm = value.unsignedShort();
            case AdditionalItems.TYRE_PRESSURE -> tyrePressures = tyres(value);
            case AdditionalItems.CARGO_TEMPERATURE -> cargoTemperature = value.signedShort();
            case AdditionalItems.OVERSPEED -> overspeed = overspeed(value);
            case AdditionalItems.AREA_CROSSING ->
                areaCrossing = new LocationDetails.AreaCrossing(
                        LocationDetails.PlaceKind.of(value.unsignedByte()),
                        value.unsignedInt(),
                        value.unsignedByte() == 1);
            case AdditionalItems.ROUTE_TIME ->
                routeTime = new LocationDetails.RouteTime(
                        value.unsignedInt(), value.unsignedShort(), value.unsignedByte() == 1);
            case AdditionalItems.SIGNALS -> signals = VehicleSignal.in(value.bits());
            case AdditionalItems.IO_STATUS -> ioBits = value.unsignedShort();
            case AdditionalItems.ANALOGUE -> analogue(value);
            case AdditionalItems.SIGNAL_STRENGTH -> signalStrength = value.unsignedByte();
            case AdditionalItems.SATELLITES -> satellites = value.unsignedByte();
            default -> {
                return false;
            }
        }
        return true;
    }

    private static List<Integer> tyres(BodyReader value) throws MalformedFrame {
        List<Integer> pressures = new ArrayList<>();
        while (value.remaining() > 0) {
            int pressure = value.unsignedByte();
            if (pressure != NO_SENSOR) {
                pressures.add(pressure);
            }
        }
        return pressures;
    }

    private static LocationDetails.Overspeed overspeed(BodyReader value) throws MalformedFrame {
        LocationDetails.PlaceKind place = LocationDetails.PlaceKind.of(value.unsignedByte());
        return new LocationDetails.Overspeed(place, value.remaining() == 0 ? null : value.unsignedInt());
    }

    /** The first input's reading is in the low half. */
    private void analogue(BodyReader value) throws MalformedFrame {
        analogue1 = value.unsignedShort();
        analogue0 = value.unsignedShort();
    }
}
