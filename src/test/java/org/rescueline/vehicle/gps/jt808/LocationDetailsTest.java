package org.rescueline.vehicle.gps.jt808;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.rescueline.vehicle.gps.jt808.LocationDetails.AreaCrossing;
import org.rescueline.vehicle.gps.jt808.LocationDetails.Overspeed;
import org.rescueline.vehicle.gps.jt808.LocationDetails.PlaceKind;
import org.rescueline.vehicle.gps.jt808.LocationDetails.RouteTime;

class LocationDetailsTest {
    @Test
    void readsEveryStandardItemIntoItsUnit() throws MalformedFrame {
        // Given every item of the standard, and one of a vendor
        String items = "0104000186a0" + "02020123" + "03020264" + "04020007"
                + "0504c8c9ffca" + "0602fff6" + "11050400000011" + "1206010000002201"
                + "130700000033025801" + "250400000112" + "2a020002" + "2b0400020001" + "30011f" + "31010c"
                + "e10312abcd";

        // When
        LocationDetails details = details(items);

        // Then
        assertThat(details.mileageKm()).isEqualTo(10_000.0);
        assertThat(details.fuelLitres()).isEqualTo(29.1);
        assertThat(details.recorderSpeedKph()).isEqualTo(61.2);
        assertThat(details.alarmToConfirm()).isEqualTo(7);
        assertThat(details.tyrePressuresPascal()).containsExactly(200, 201, 202);
        assertThat(details.cargoTemperatureCelsius()).isEqualTo(-10);
        assertThat(details.overspeed()).isEqualTo(new Overspeed(PlaceKind.ROUTE, 0x11L));
        assertThat(details.areaCrossing()).isEqualTo(new AreaCrossing(PlaceKind.CIRCLE, 0x22, true));
        assertThat(details.routeTime()).isEqualTo(new RouteTime(0x33, 600, true));
        assertThat(details.signals())
                .containsExactlyInAnyOrder(VehicleSignal.HIGH_BEAM, VehicleSignal.BRAKE, VehicleSignal.HORN);
        assertThat(details.ioBits()).isEqualTo(2);
        assertThat(details.analogue0()).isEqualTo(1);
        assertThat(details.analogue1()).isEqualTo(2);
        assertThat(details.signalStrength()).isEqualTo(31);
        assertThat(details.satellites()).isEqualTo(12);
        assertThat(details.unknown()).containsOnlyKeys(0xe1);
        assertThat(details.isOverrun()).isFalse();
    }

    @Test
    void keepsAnItemOfAnotherLengthAsItStands() throws MalformedFrame {
        // Given a mileage of two bytes
        String items = "01020102" + "31010c";

        // When
        LocationDetails details = details(items);

        // Then
        assertThat(details.mileageKm()).isNull();
        assertThat(details.unknown().get(0x01)).containsExactly(1, 2);
        assertThat(details.satellites()).isEqualTo(12);
    }

    @Test
    void readsWhatStandsBeforeAnItemThatRunsOverTheEnd() throws MalformedFrame {
        // Given
        String items = "31010c" + "0104ff";

        // When
        LocationDetails details = details(items);

        // Then
        assertThat(details.satellites()).isEqualTo(12);
        assertThat(details.isOverrun()).isTrue();
    }

    @Property(seed = "808")
    void readsAnyBytesWithoutFailing(@ForAll @Size(max = 300) byte[] bytes) throws MalformedFrame {
        // Given any bytes

        // When
        LocationDetails details = LocationDetails.of(AdditionalItems.read(new BodyReader(bytes, 0, bytes.length)));

        // Then
        assertThat(details.unknown().keySet()).allMatch(id -> id >= 0 && id <= 255);
    }

    private static LocationDetails details(String hex) throws MalformedFrame {
        byte[] bytes = HexFormat.of().parseHex(hex);
        return LocationDetails.of(AdditionalItems.read(new BodyReader(bytes, 0, bytes.length)));
    }
}
