package org.rescueline.console.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rescueline.shared.Failure;

class SearchWordsTest {

    @Test
    void readsWhatAnInputMethodWritesInFullWidth() {
        assertThat(SearchWords.parse("　陕Ａ１２３４５ ").text()).isEqualTo("陕A12345");
    }

    @Test
    void refusesASingleCharacterAndANovel() {
        assertThatThrownBy(() -> SearchWords.parse("陕")).isInstanceOf(Failure.class);
        assertThatThrownBy(() -> SearchWords.parse("x".repeat(61))).isInstanceOf(Failure.class);
    }

    @Test
    void looksForCallersByWholeNumbersOnly() {
        assertThat(SearchWords.parse("138 0000 0021").wholeNumber()).isPresent();
        assertThat(SearchWords.parse("1380000").wholeNumber()).isEmpty();
    }

    @Test
    void putsExactNamesBeforeEndsAndEndsBeforeTheRest() {
        // Given
        var words = SearchWords.parse("12345678");
        var inside = Found.of(Found.Kind.VEHICLE, UUID.randomUUID(), "陕A1", List.of(), words, "X123456789");
        var lastEight = Found.of(Found.Kind.STATION, UUID.randomUUID(), "陕A2", List.of(), words, "LZGJL12345678");
        var exact = Found.of(Found.Kind.CALL, UUID.randomUUID(), "陕A3", List.of(), words, "1234-5678");

        // When
        var sorted = Stream.of(inside, lastEight, exact).sorted(Found.ORDER).map(Found::title);

        // Then
        assertThat(sorted).containsExactly("陕A3", "陕A2", "陕A1");
    }

    @Test
    void leavesUnknownDetailsOutOfTheSubtitle() {
        // When
        var found = Found.of(
                Found.Kind.VEHICLE,
                UUID.randomUUID(),
                "陕A12345",
                Arrays.asList("X3000", null, " "),
                SearchWords.parse("陕A"));

        // Then
        assertThat(found.subtitle()).isEqualTo("X3000");
    }
}
