package org.rescueline.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoadReferenceTest {

    private static final RoadReference DEMO = demo();

    private static final List<String> TWO_SIDES = List.of(
            "source,,,,,,made up for this test",
            "road,G99,,,,,试验高速|环试高速",
            "town,G99,K0,,,,甲城",
            "town,G99,K50,,,,乙城",
            "post,G99,K10+000,34.0000,108.0000,+,",
            "post,G99,K20+000,34.0000,108.1000,+,",
            "post,G99,K10+000,34.0005,108.0000,-,",
            "post,G99,K20+000,34.0005,108.1000,-,",
            "post,G99,K70+000,34.0005,108.6000,-,",
            "post,G99,K70+000,34.0000,108.6000,+,",
            "post,G99,K80+000,34.0000,108.7000,+,",
            "post,G99,K80+000,34.0005,108.7000,-,");

    @Property(tries = 2_000, seed = "30")
    void comesBackFromEveryPostWithinFiftyMetres(@ForAll @IntRange(min = 600_000, max = 1_091_500) int post) {
        // Given
        var place = DEMO.find("G30", post, null).orElseThrow();

        // When
        var back = DEMO.nearest(place.place(), null, 300).orElseThrow();

        // Then
        assertThat(back.at().postMeters()).isCloseTo(post, within(50));
        assertThat(back.offsetMeters()).isLessThan(1);
    }

    /** Winding roads of our own making: the demo's line is a gentle one. */
    @Property(tries = 300, seed = "31")
    void comesBackOnWindingRoadsToo(@ForAll @IntRange(max = 9_999) int seed, @ForAll @IntRange(max = 99) int percent) {
        // Given
        var roads = RoadFile.read(windingRoad(seed));
        int post = 100_000 + 40_000 * percent / 100;
        var place = roads.find("S1", post, null).orElseThrow();

        // When
        var back = roads.nearestOn("S1", place.place(), null, 300).orElseThrow();

        // Then
        assertThat(back.at().postMeters()).isCloseTo(post, within(50));
    }

    @Property(tries = 500, seed = "32")
    void findsAPointBesideTheRoadAtItsPost(
            @ForAll @IntRange(min = 610_000, max = 1_080_000) int post, @ForAll @IntRange(max = 250) int aside) {
        // Given
        var place = DEMO.find("G30", post, null).orElseThrow();
        var beside = Geodesic.destination(place.place(), place.courseDegrees() + 90, aside);

        // When
        var near = DEMO.nearest(beside, null, 300).orElseThrow();

        // Then
        assertThat(near.at().postMeters()).isCloseTo(post, within(100));
        assertThat(near.offsetMeters()).isCloseTo(aside, within(5.0));
    }

    @Test
    void tellsTheCarriagewayFromTheTownAhead() {
        // When
        var west = DEMO.find("连霍高速", 958_300, "西安").orElseThrow();
        var east = DEMO.find("g30", 958_300, "三门峡市").orElseThrow();
        var unknown = DEMO.find("G30", 958_300, "伦敦").orElseThrow();

        // Then
        assertThat(west.carriageway()).isEqualTo(Carriageway.INCREASING);
        assertThat(west.towards()).isEqualTo("西安");
        assertThat(east.carriageway()).isEqualTo(Carriageway.DECREASING);
        assertThat(east.towards()).isEqualTo("渭南");
        assertThat(Math.floorMod(east.courseDegrees() - west.courseDegrees(), 360))
                .isEqualTo(180);
        assertThat(unknown.carriageway()).isNull();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"西, INCREASING", "西南, INCREASING", "东, DECREASING", "东北, DECREASING", "南, ", "北, ", "南北, "})
    void tellsTheCarriagewayFromTheQuarterOfTheSkyUnlessTheRoadRunsAcrossIt(String quarter, Carriageway side) {
        // When
        var place = DEMO.find("G30", 958_300, quarter).orElseThrow();

        // Then
        assertThat(place.carriageway()).isEqualTo(side);
    }

    @Test
    void tellsTheCarriagewayFromTheCourse() {
        // Given
        var place = DEMO.find("G30", 958_300, "西安").orElseThrow();

        // When
        var onward = DEMO.nearest(place.place(), place.courseDegrees(), 300).orElseThrow();
        var back = DEMO.nearest(place.place(), place.courseDegrees() + 170, 300).orElseThrow();

        // Then
        assertThat(onward.at().carriageway()).isEqualTo(Carriageway.INCREASING);
        assertThat(back.at().carriageway()).isEqualTo(Carriageway.DECREASING);
    }

    @Test
    void putsEachCarriagewayOnItsOwnLine() {
        // Given
        var roads = RoadFile.read(TWO_SIDES);

        // When
        var onward = roads.find("G99", 15_000, "乙城").orElseThrow();
        var back = roads.find("环试", 15_000, "甲城").orElseThrow();

        // Then
        assertThat(onward.latitude()).isEqualTo(34.0, within(1e-9));
        assertThat(back.latitude()).isEqualTo(34.0005, within(1e-9));
        assertThat(onward.longitude()).isEqualTo(108.05, within(1e-9));
        assertThat(onward.courseDegrees()).isEqualTo(90);
        assertThat(back.courseDegrees()).isEqualTo(270);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"G99, 9999", "G99, 80001", "G99, 45000", "G98, 15000", "'', 15000"})
    void saysNothingOffTheEndsInGapsAndOfUnknownRoads(String road, int post) {
        assertThat(RoadFile.read(TWO_SIDES).find(road, post, null)).isEmpty();
    }

    @Test
    void knowsNoRoadUnderAFixFarFromAll() {
        assertThat(DEMO.nearest(new WgsPoint(30.0, 100.0), null, 300)).isEmpty();
        assertThat(RoadReference.none().nearest(new WgsPoint(34.0, 108.0), null, 300))
                .isEmpty();
    }

    @Test
    void findsARoadByItsNameInTheWords() {
        assertThat(DEMO.findMentionedIn("师傅在连霍上，过了渭南")).hasValue("G30");
        assertThat(DEMO.findMentionedIn("京昆高速")).isEmpty();
    }

    @Test
    void namesEveryBadLineOfAFile() {
        // Given
        var lines = List.of(
                "road,G30,,,,,连霍高速",
                "post,G30,K1,34.0,108.0,,",
                "post,G30,K2,34.0,109.0,,",
                "post,G30,K2+000,34.0,108.01,,",
                "post,G30,9x,34.0,108.0,,",
                "post,G30,K3,94.0,108.0,,",
                "post,30,K3,34.0,108.0,,",
                "post,G30,K4,34.0,108.0,*,",
                "bridge,G30,K4,34.0,108.0,,",
                "post,G30");

        // When Then
        assertThatThrownBy(() -> RoadFile.read(lines))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 4: the same post stands in line 3")
                .hasMessageContaining("line 5: the post")
                .hasMessageContaining("line 6: the latitude")
                .hasMessageContaining("line 7: the road")
                .hasMessageContaining("line 8: the carriageway")
                .hasMessageContaining("line 9: the kind")
                .hasMessageContaining("line 10: it has 2 columns")
                .hasMessageContaining("source is missing");
    }

    @Test
    void refusesAPostThatStandsFurtherAwayThanTheRoadIsLong() {
        // Given
        var lines = List.of("source,,,,,,test", "post,G30,K1,34.0,108.0,,", "post,G30,K2,34.0,109.0,,");

        // When Then
        assertThatThrownBy(() -> RoadFile.read(lines)).hasMessageContaining("line 3: the post lies 92");
    }

    @Test
    void saysThatTheDemosStretchIsMadeUp() {
        assertThat(DEMO.source()).contains("虚构").contains("fictional");
    }

    private static RoadReference demo() {
        try {
            return RoadFile.read(Files.readAllLines(Path.of("config", "demo", "roads.csv")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A post each kilometre; it turns by up to 20 degrees at each and so never runs back into itself. */
    private static List<String> windingRoad(int seed) {
        var random = new Random(seed);
        var lines = new ArrayList<>(List.of("source,,,,,,made up"));
        var at = new WgsPoint(30 + random.nextDouble() * 10, 95 + random.nextDouble() * 20);
        double course = random.nextDouble() * 360;
        double turn = 0;
        for (int km = 100; km <= 140; km++) {
            lines.add("post,S1,K%d+000,%.6f,%.6f,,".formatted(km, at.latitude(), at.longitude()));
            turn = Math.max(-60, Math.min(60, turn + random.nextDouble() * 40 - 20));
            at = Geodesic.destination(at, course + turn, 990);
        }
        return lines;
    }
}
