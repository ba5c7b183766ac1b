package org.rescueline.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

class PlaceNamesTest {

    private static final GeometryFactory SHAPES = new GeometryFactory();
    private static final List<Land> COUNTIES =
            PlaceNames.ofChina().counties().stream().map(Land::of).toList();

    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "34.5656, 110.0918, 陕西省渭南市华阴市",
        "39.9087, 116.3975, 北京市东城区",
        "34.2610, 108.9423, 陕西省西安市碑林区",
        "31.2304, 121.4737, 上海市黄浦区",
        "23.0207, 113.7518, 广东省东莞市",
        "29.5628, 106.5528, 重庆市渝中区",
        "43.6532, 111.9770, 内蒙古自治区锡林郭勒盟二连浩特市",
        "44.2140, 80.4080, 新疆维吾尔自治区伊犁哈萨克自治州霍尔果斯市",
        "30.4010, 112.8990, 湖北省潜江市",
        "22.2783, 114.1747, 香港特别行政区湾仔区",
    })
    void namesTheCountyOfAPlace(double latitude, double longitude, String name) {
        // When
        var found = PlaceNames.find(new WgsPoint(latitude, longitude));

        // Then
        assertThat(found).map(PlaceName::text).hasValue(name);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Ulaanbaatar, 47.92, 106.92",
        "Hanoi, 21.03, 105.85",
        "Nairobi, -1.29, 36.82",
        "the Yellow Sea, 36.00, 123.50",
        "the date line, 0, 180",
        "the north pole, 90, 0",
    })
    void namesNothingAtSeaAndAbroad(String where, double latitude, double longitude) {
        assertThat(PlaceNames.find(new WgsPoint(latitude, longitude))).isEmpty();
    }

    @Test
    void knowsEveryCountyOfTheSource() {
        assertThat(COUNTIES).hasSize(2_891);
        assertThat(COUNTIES).allSatisfy(land -> {
            assertThat(land.name.code()).matches("\\d{6}");
            assertThat(land.name.province()).isNotBlank();
            assertThat(land.name.city()).isNotBlank();
            assertThat(land.name.county()).isNotBlank();
        });
        assertThat(PlaceNames.source()).contains("MIT").contains("2024-05");
    }

    @Property(tries = 5_000, seed = "4")
    void agreesWithATestOfEveryCounty(@ForAll("places") WgsPoint place) {
        // Given
        var point = SHAPES.createPoint(new Coordinate(place.longitude(), place.latitude()));
        var expected = COUNTIES.stream()
                .filter(land -> land.shapes.stream().anyMatch(shape -> shape.covers(point)))
                .findFirst()
                .map(Land::name);

        // When
        var found = PlaceNames.find(place);

        // Then
        assertThat(found).isEqualTo(expected);
    }

    @Property(tries = 2_000, seed = "5")
    void findsACountyByAPointInsideItsLargestPart(@ForAll("counties") Land land) {
        // Given
        var inside = land.largest.getInteriorPoint();

        // When
        var found = PlaceNames.find(new WgsPoint(inside.getY(), inside.getX()));

        // Then
        assertThat(found).hasValue(land.name);
    }

    @Property(tries = 2_000, seed = "6")
    void bringsTheBordersOfTheLandBackFromEveryDatumToHalfAMetre(@ForAll("counties") Land land) {
        // Given: the islands far out at sea carry no road and lie beyond the outline of the shift
        if (land.name.city().equals("三沙市")) {
            return;
        }
        var corner = land.largest.getExteriorRing().getCoordinateN(land.largest.getNumPoints() / 3);
        var place = new WgsPoint(corner.y, corner.x);
        var gcj = Datums.toGcj02(place);
        var baidu = Datums.toBd09(place);

        // When
        var fromGcj = Datums.toWgs84(gcj.latitude(), gcj.longitude(), Datum.GCJ02);
        var fromBaidu = Datums.toWgs84(baidu.latitude(), baidu.longitude(), Datum.BD09);

        // Then
        assertThat(gcj).isNotEqualTo(new Datums.Degrees(place.latitude(), place.longitude()));
        assertThat(Geodesic.distanceMeters(place, fromGcj)).isLessThan(0.5);
        assertThat(Geodesic.distanceMeters(place, fromBaidu)).isLessThan(0.5);
    }

    @Test
    void answersManyThreadsAlike() throws ExecutionException, InterruptedException {
        // Given
        var places = IntStream.range(0, 5_000)
                .mapToObj(i -> new WgsPoint(20 + i * 7919 % 3_000 / 100.0, 75 + i * 104_729 % 5_800 / 100.0))
                .toList();
        Callable<List<String>> names = () -> places.stream()
                .map(place -> PlaceNames.find(place).map(PlaceName::text).orElse(""))
                .toList();
        var threads = Executors.newFixedThreadPool(4);
        var answers = new ArrayList<List<String>>();

        // When
        try {
            for (Future<List<String>> answer : threads.invokeAll(List.of(names, names, names, names))) {
                answers.add(answer.get());
            }
        } finally {
            threads.shutdownNow();
        }

        // Then
        assertThat(answers).containsOnly(answers.get(0));
        assertThat(answers.get(0)).contains("").anyMatch(name -> !name.isEmpty());
    }

    @Provide
    Arbitrary<WgsPoint> places() {
        return Combinators.combine(
                        Arbitraries.doubles().between(18, 54),
                        Arbitraries.doubles().between(73, 136))
                .as(WgsPoint::new);
    }

    @Provide
    Arbitrary<Land> counties() {
        return Arbitraries.of(COUNTIES);
    }

    /** A county as JTS itself would look at it, all its points one by one. */
    private record Land(PlaceName name, List<PreparedGeometry> shapes, Polygon largest) {

        static Land of(County county) {
            var polygons = county.polygons().stream().map(Land::polygon).toList();
            var largest = polygons.stream()
                    .max((a, b) -> Double.compare(a.getArea(), b.getArea()))
                    .orElseThrow();
            var prepared =
                    polygons.stream().map(PreparedGeometryFactory::prepare).toList();
            return new Land(county.name(), prepared, largest);
        }

        private static Polygon polygon(List<CoordinateSequence> rings) {
            var holes = rings.stream().skip(1).map(SHAPES::createLinearRing).toArray(LinearRing[]::new);
            return SHAPES.createPolygon(SHAPES.createLinearRing(rings.get(0)), holes);
        }
    }
}
