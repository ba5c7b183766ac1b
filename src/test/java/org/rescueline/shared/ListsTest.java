package org.rescueline.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListsTest {

    private static final SortFields FIELDS =
            SortFields.of(Map.of("openedAt", "e.opened_at", "number", "e.number"), "e.opened_at desc, e.id");

    @Test
    void asksForTheFirstFiftyWhenNothingIsSaid() {
        // When
        var request = PageRequest.of(null, null, null);

        // Then
        assertThat(request).isEqualTo(new PageRequest(0, 50, List.of()));
        assertThat(FIELDS.orderBy(request.sort())).isEqualTo("e.opened_at desc, e.id");
    }

    @Test
    void sortsByTheFieldsAskedForAndBreaksTies() {
        // When
        var request = PageRequest.of(2, 20, "-openedAt,number");

        // Then
        assertThat(request.offset()).isEqualTo(40);
        assertThat(FIELDS.orderBy(request.sort())).isEqualTo("e.opened_at desc, e.number asc, e.id");
    }

    @ParameterizedTest
    @CsvSource({"-1, 50, page", "1000001, 50, page", "0, 0, size", "0, 201, size"})
    void refusesPagesThatCannotBe(int page, int size, String field) {
        assertThatThrownBy(() -> PageRequest.of(page, size, null))
                .isInstanceOfSatisfying(Failure.class, failure -> assertThat(failure.fields())
                        .extracting(FieldProblem::field)
                        .containsExactly(field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "openedAt;drop table x", "openedAt desc", "-", ",", "e.id--"})
    void neverSortsByWhatIsNotOnTheList(String sort) {
        assertThatThrownBy(() -> FIELDS.orderBy(PageRequest.of(0, 10, sort).sort()))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo("shared.sort-unknown"));
    }

    @Test
    void keepsItsCountWhenItemsBecomeViews() {
        // Given
        var page = Page.of(List.of(1, 2), 12, new PageRequest(3, 2, List.of()));

        // When
        var shown = page.map(Object::toString);

        // Then
        assertThat(shown).isEqualTo(new Page<>(List.of("1", "2"), 12, 3, 2));
    }
}
