package org.rescueline.console.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class MapWindowTest {

    @Test
    void containsItsEdges() {
        assertThat(new MapWindow(108, 34, 109, 35).contains(34, 109)).isTrue();
        assertThat(new MapWindow(108, 34, 109, 35).contains(33.999, 109)).isFalse();
    }

    @Test
    void liesAcrossTheAntimeridianWhenWestIsGreaterThanEast() {
        // Given
        var window = new MapWindow(170, -10, -170, 10);

        // Then
        assertThat(window.contains(0, 179)).isTrue();
        assertThat(window.contains(0, -179)).isTrue();
        assertThat(window.contains(0, 0)).isFalse();
    }

    @Test
    void refusesEdgesThatAreNowhere() {
        assertThatIllegalArgumentException().isThrownBy(() -> new MapWindow(0, 10, 10, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new MapWindow(0, Double.NaN, 10, 20));
        assertThatIllegalArgumentException().isThrownBy(() -> new MapWindow(-200, 0, 10, 20));
    }
}
