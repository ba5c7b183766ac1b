package org.rescueline.vehicle.gps.jt808;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What follows the fixed fields of a location report, read into named fields. Absent is what the terminal did not send,
 * or sent in a length that the standard does not have: then it stands among {@link #unknown}.
 *
 * @param mileageKm 0x01
 * @param fuelLitres 0x02
 * @param recorderSpeedKph 0x03, by the tachograph
 * @param alarmToConfirm 0x04, the number of an alarm that a person shall confirm
 * @param tyrePressuresPascal 0x05 (2019), wheel by wheel as the standard orders them; 255 on the wire is no sensor and left
 *     out
 * @param cargoTemperatureCelsius 0x06 (2019)
 * @param overspeed 0x11
 * @param areaCrossing 0x12
 * @param routeTime 0x13
 * @param signals 0x25; absent when the item is not there, empty when everything is off
 * @param ioBits 0x2A: bit 0 deep sleep, bit 1 sleep
 * @param analogue0 0x2B, the first input's raw reading
 * @param analogue1 0x2B, the second input's raw reading
 * @param signalStrength 0x30, of the mobile network
 * @param satellites 0x31, in use
 * @param unknown items that are not standard, by id, as they stood there; of several with one id the last
 * @param isOverrun whether the last item claimed more bytes than were there
 */
public record LocationDetails(
        @Nullable Double mileageKm,
        @Nullable Double fuelLitres,
        @Nullable Double recorderSpeedKph,
        @Nullable Integer alarmToConfirm,
        @Nullable List<Integer> tyrePressuresPascal,
        @Nullable Integer cargoTemperatureCelsius,
        @Nullable Overspeed overspeed,
        @Nullable AreaCrossing areaCrossing,
        @Nullable RouteTime routeTime,
        @Nullable Set<VehicleSignal> signals,
        @Nullable Integer ioBits,
        @Nullable Integer analogue0,
        @Nullable Integer analogue1,
        @Nullable Integer signalStrength,
        @Nullable Integer satellites,
        Map<Integer, byte[]> unknown,
        boolean isOverrun) {

    /** Where an alarm that concerns a place is. */
    public enum PlaceKind {
        /** Nowhere in particular. */
        NONE,
        /** A circle. */
        CIRCLE,
        /** A rectangle. */
        RECTANGLE,
        /** A polygon. */
        POLYGON,
        /** A stretch of a route. */
        ROUTE,
        /** Something the standard does not name. */
        OTHER;

        static PlaceKind of(int number) {
            return number < OTHER.ordinal() ? values()[number] : OTHER;
        }
    }

    /**
     * Too fast.
     *
     * @param placeId of the area or stretch; absent when the limit holds everywhere
     */
    public record Overspeed(PlaceKind place, @Nullable Long placeId) {}

    /**
     * Into or out of an area, or onto or off a route.
     *
     * @param isLeaving whether it went out
     */
    public record AreaCrossing(PlaceKind place, long placeId, boolean isLeaving) {}

    /**
     * A stretch of a route took too short or too long.
     *
     * @param seconds it took
     * @param isTooLong otherwise too short
     */
    public record RouteTime(long stretchId, int seconds, boolean isTooLong) {}

    /** Reads the items of a report. */
    public static LocationDetails of(AdditionalItems items) {
        return new ReadsDetails().read(items);
    }
}
