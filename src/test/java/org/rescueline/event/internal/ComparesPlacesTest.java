package org.rescueline.event.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rescueline.event.EventConfig;
import org.rescueline.event.PlaceGap.Method;
import org.rescueline.event.ToldPlace;
import org.rescueline.geo.GeoConfig;
import org.rescueline.geo.RoadReference;
import org.rescueline.geo.WgsPoint;
import org.rescueline.testkit.ConfigOf;
import org.rescueline.testkit.DemoRoads;
import org.rescueline.vehicle.AlarmState;
import org.rescueline.vehicle.PositionSource;
import org.rescueline.vehicle.PositionView;

class ComparesPlacesTest {

    private static final RoadReference ROADS = DemoRoads.read();
    private static final ComparesPlaces PLACES = comparing(ROADS);

    @Test
    void measuresAlongTheRoadAndNamesTheSlipOfTheEar() {
        // Given
        var told = told("G30 连霍高速 往西安方向 K958+300");

        // When
        var gap = PLACES.compare(told, fixAt(985_100));

        // Then
        assertThat(gap.method()).isEqualTo(Method.ALONG_ROAD);
        assertThat(gap.alongRoadMeters()).isBetween(26_790, 26_810);
        assertThat(gap.disagrees()).isTrue();
        assertThat(gap.likelyPostMeters()).isEqualTo(985_300);
        assertThat(gap.sentence().zh())
                .isEqualTo("口述与定位沿 G30 相差 26.8 km：口述 K958+300，定位约在 K985+100，可能是 985 听成 958（数字对调）。");
        assertThat(gap.sentence().en())
                .isEqualTo("Told place and fix are 26.8 km apart along G30: told K958+300, measured about K985+100;"
                        + " 985 may have been heard as 958 (digits swapped).");
    }

    @Test
    void saysThatTheyAgree() {
        // When
        var gap = PLACES.compare(told("G30 K985+300 往西安"), fixAt(984_600));

        // Then
        assertThat(gap.disagrees()).isFalse();
        assertThat(gap.likelyPostMeters()).isNull();
        assertThat(gap.sentence().zh()).startsWith("口述桩号与定位相符：沿 G30 相差 700 m");
    }

    @Test
    void blamesNoSlipThatDoesNotLeadToTheFix() {
        // When
        var gap = PLACES.compare(told("G30 K958+300"), fixAt(1_003_000));

        // Then
        assertThat(gap.disagrees()).isTrue();
        assertThat(gap.likelyPostMeters()).isNull();
        assertThat(gap.sentence().zh()).doesNotContain("对调");
    }

    @Test
    void takesAPostWithoutRoadForOneOfTheRoadUnderTheFix() {
        // When
        var gap = PLACES.compare(told("桩号九八五加三百"), fixAt(985_100));

        // Then
        assertThat(gap.method()).isEqualTo(Method.ALONG_ROAD);
        assertThat(gap.told().road()).isEqualTo("G30");
        assertThat(gap.disagrees()).isFalse();
    }

    @Test
    void statesAStraightLineWhenTheFixIsOnAnotherRoad() {
        // Given
        var post = ROADS.find("G30", 985_300, null).orElseThrow();
        var fix = fix(new WgsPoint(post.latitude() + 0.1, post.longitude()));

        // When
        var gap = PLACES.compare(told("G30 K985+300"), fix);

        // Then
        assertThat(gap.method()).isEqualTo(Method.STRAIGHT_LINE);
        assertThat(gap.straightLineMeters()).isBetween(11_000.0, 11_200.0);
        assertThat(gap.sentence().en()).contains("not on that road").contains("straight line");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "S99 K12+000, UNKNOWN_ROAD",
        "G30 K12+000, UNKNOWN_POST",
        "渭南服务区, NO_POST",
    })
    void saysWhyTheyCannotBeCompared(String words, Method method) {
        // When
        var gap = PLACES.compare(told(words), fixAt(985_100));

        // Then
        assertThat(gap.method()).isEqualTo(method);
        assertThat(gap.disagrees()).isFalse();
        assertThat(gap.straightLineMeters()).isNull();
        assertThat(gap.sentence().zh()).isNotBlank().doesNotContain("–");
    }

    @Test
    void saysThatNoRoadFileIsLoaded() {
        // When
        var gap = comparing(RoadReference.none()).compare(told("G30 K985+300"), fixAt(985_100));

        // Then
        assertThat(gap.method()).isEqualTo(Method.NO_ROAD_REFERENCE);
    }

    @Test
    void takesTheSharedPointBeforeThePost() {
        // Given
        var words = told("G30 K985+300");
        var fix = fixAt(985_100);
        var shared = new ToldPlace(words.text(), null, null, null, fix.latitude(), fix.longitude() + 0.5, false);

        // When
        var gap = PLACES.compare(shared, fix);

        // Then
        assertThat(gap.method()).isEqualTo(Method.STRAIGHT_LINE);
        assertThat(gap.disagrees()).isTrue();
    }

    @Property(tries = 500, seed = "985")
    void findsEverySwapOfTwoDigitsThatExplainsTheGap(@ForAll @IntRange(min = 100, max = 9999) int kilometres) {
        // Given
        var digits = Integer.toString(kilometres).toCharArray();
        int last = digits.length - 1;
        char kept = digits[last];
        digits[last] = digits[last - 1];
        digits[last - 1] = kept;
        int heard = Integer.parseInt(new String(digits));

        // When
        var likely = Misreading.of(heard * 1000 + 300, kilometres * 1000 + 100);

        // Then: unless it was no slip at all, or another swap leads just as near
        assertThat(likely == null ? -1 : Math.abs(likely - kilometres * 1000 - 100))
                .isBetween(heard == kilometres ? -1 : 0, 1_500);
    }

    private static ComparesPlaces comparing(RoadReference roads) {
        return new ComparesPlaces(
                roads, ConfigOf.with(GeoConfig.class, Map.of()), ConfigOf.defaults(EventConfig.class));
    }

    private static ToldPlace told(String words) {
        var reading = ReadsToldPlace.read(words);
        return new ToldPlace(words, reading.highway(), reading.direction(), reading.postMeters(), null, null, false);
    }

    private static PositionView fixAt(int post) {
        return fix(ROADS.find("G30", post, null).orElseThrow().place());
    }

    private static PositionView fix(WgsPoint place) {
        var at = Instant.parse("2026-01-14T02:13:00Z");
        return new PositionView(
                null,
                null,
                "13900000001",
                place.latitude(),
                place.longitude(),
                null,
                null,
                null,
                null,
                at,
                at,
                PositionSource.TERMINAL,
                AlarmState.NONE);
    }
}
