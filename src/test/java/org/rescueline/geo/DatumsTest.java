package org.rescueline.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatumsTest {

    @Test
    void movesTiananmenAsTheMapsDo() {
        // Given: the well-known pair for the flagpole of Tiananmen Square
        var wgs = new WgsPoint(39.90734, 116.39107);

        // When
        var gcj = Datums.toGcj02(wgs);

        // Then
        assertThat(Geodesic.distanceMeters(
                        new WgsPoint(gcj.latitude(), gcj.longitude()), new WgsPoint(39.90874, 116.39731)))
                .isLessThan(5);
    }

    @Property(tries = 2_000, seed = "2000")
    void comesBackFromGcj02ToTheMillimetre(@ForAll("placesInChina") WgsPoint place) {
        // Given
        var shown = Datums.toGcj02(place);

        // When
        var back = Datums.toWgs84(shown.latitude(), shown.longitude(), Datum.GCJ02);

        // Then
        assertThat(Geodesic.distanceMeters(place, back)).isLessThan(0.001);
    }

    @Property(tries = 2_000, seed = "2000")
    void comesBackFromBd09ToTheMillimetre(@ForAll("placesInChina") WgsPoint place) {
        // Given
        var shown = Datums.toBd09(place);

        // When
        var back = Datums.toWgs84(shown.latitude(), shown.longitude(), Datum.BD09);

        // Then
        assertThat(Geodesic.distanceMeters(place, back)).isLessThan(0.001);
    }

    @Property(seed = "200")
    void shiftsPlacesInChinaByHundredsOfMetres(@ForAll("placesInChina") WgsPoint place) {
        // When
        var shown = Datums.toGcj02(place);

        // Then
        assertThat(Geodesic.distanceMeters(place, new WgsPoint(shown.latitude(), shown.longitude())))
                .isBetween(20.0, 1_000.0);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Ulaanbaatar, 47.92, 106.92",
        "Almaty, 43.24, 76.93",
        "Hanoi, 21.03, 105.85",
        "Kathmandu, 27.70, 85.32",
        "Vladivostok, 43.12, 131.90",
        "Pyongyang, 39.03, 125.75",
        "Nairobi, -1.29, 36.82",
        "Date line, -17.00, 180.00",
        "North pole, 90.00, 0.00",
    })
    void leavesPlacesAbroadWhereTheyAre(String name, double latitude, double longitude) {
        // Given
        var place = new WgsPoint(latitude, longitude);

        // When
        var gcj = Datums.toGcj02(place);
        var fromGcj = Datums.toWgs84(latitude, longitude, Datum.GCJ02);
        var fromBaidu = Datums.toWgs84(latitude, longitude, Datum.BD09);

        // Then
        assertThat(gcj).isEqualTo(new Datums.Degrees(latitude, longitude));
        assertThat(fromGcj).isEqualTo(place);
        assertThat(fromBaidu).isEqualTo(place);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Erenhot, 43.65, 111.98",
        "Khorgos, 44.21, 80.41",
        "Manzhouli, 49.60, 117.43",
        "Dandong, 40.13, 124.39",
        "Heihe, 50.24, 127.50",
        "Tashkurgan, 37.77, 75.23",
        "Ruili, 24.01, 97.85",
        "Sanya, 18.25, 109.50",
        "Zhangmu, 27.99, 85.98",
        "Fuyuan, 48.36, 134.30",
    })
    void shiftsTheBorderTownsWhereTrucksQueue(String name, double latitude, double longitude) {
        // Given
        var place = new WgsPoint(latitude, longitude);

        // When
        var gcj = Datums.toGcj02(place);

        // Then
        assertThat(gcj).isNotEqualTo(new Datums.Degrees(latitude, longitude));
    }

    @Test
    void takesWgs84AsItIs() {
        assertThat(Datums.toWgs84(34.3416, 108.9398, Datum.WGS84)).isEqualTo(new WgsPoint(34.3416, 108.9398));
    }

    @Provide
    Arbitrary<WgsPoint> placesInChina() {
        return Combinators.combine(
                        Arbitraries.doubles().between(18.2, 53.5),
                        Arbitraries.doubles().between(73.6, 134.7))
                .as(WgsPoint::new)
                .filter(DatumsTest::isWellInside);
    }

    /** The outline is drawn too wide; its own rim is abroad, and no promise is made for the last kilometres of it. */
    private static boolean isWellInside(WgsPoint place) {
        return IntStream.range(0, 8)
                .mapToObj(eighth -> Geodesic.destination(place, eighth * 45, 5_000))
                .allMatch(ChinaOutline::contains);
    }
}
