package org.rescueline.vehicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rescueline.shared.Failure;

class MapBoxTest {
    @Test
    void containsItsEdgesAndNothingBeyond() {
        // Given
        MapBox shaanxi = new MapBox(105, 31, 111, 40);

        // When
        boolean inside = shaanxi.contains(34.3, 108.9);
        boolean onTheEdge = shaanxi.contains(31, 105);
        boolean beyond = shaanxi.contains(34.3, 111.0001);

        // Then
        assertThat(inside).isTrue();
        assertThat(onTheEdge).isTrue();
        assertThat(beyond).isFalse();
    }

    @Test
    void reachesAcrossTheAntimeridian() {
        // Given
        MapBox chukotka = new MapBox(170, 60, -170, 70);

        // When
        boolean west = chukotka.contains(65, 175);
        boolean east = chukotka.contains(65, -175);
        boolean elsewhere = chukotka.contains(65, 0);

        // Then
        assertThat(west).isTrue();
        assertThat(east).isTrue();
        assertThat(elsewhere).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"-181, 0, 10, 10, west", "0, -91, 10, 10, south", "0, 0, 181, 10, east", "0, 20, 10, 10, north"})
    void namesTheSideThatIsWrong(double west, double south, double east, double north, String field) {
        // Given a box that is not on earth, or upside down

        // When
        var making = assertThatThrownBy(() -> new MapBox(west, south, east, north));

        // Then
        making.isInstanceOfSatisfying(
                Failure.class,
                failure -> assertThat(failure.fields().get(0).field()).isEqualTo(field));
    }
}
