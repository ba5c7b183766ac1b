package org.rescueline.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MessagesTest {

    @Test
    void saysTheSameInBothLanguagesWithWhatItNames() {
        // Given
        var arguments = Map.of("max", 200);

        // When
        var chinese = Messages.text("shared.size-out-of-range", arguments, Locale.CHINESE);
        var english = Messages.text("shared.size-out-of-range", arguments, Locale.ENGLISH);

        // Then
        assertThat(chinese).isEqualTo("每页条数须在 1 到 200 之间。");
        assertThat(english).isEqualTo("The page size must be between 1 and 200.");
    }

    @Test
    void fallsBackToTheGeneralSentenceForAThingWithoutItsOwn() {
        // Given
        var failure = Failure.notFound("thing-nobody-wrote-about", 42);

        // When
        var sentence = Messages.text(failure.code(), failure.arguments(), Locale.ENGLISH);

        // Then
        assertThat(sentence).isEqualTo("There is no record with the id 42 (thing-nobody-wrote-about).");
    }

    @ParameterizedTest
    @CsvSource({"nowhere.at-all", "shared.never-written", "nocode", "../etc_zh.passwd"})
    void showsABareCodeWhenNobodyWroteASentence(String code) {
        assertThat(Messages.text(code, Map.of(), Locale.CHINESE)).isEqualTo(code);
    }

    @Test
    void doesNotReadPlaceholdersOutOfArguments() {
        assertThat(Messages.text("shared.sort-unknown", Map.of("field", "{max} $1 \\"), Locale.ENGLISH))
                .isEqualTo("The list cannot be sorted by \"{max} $1 \\\".");
    }

    @ParameterizedTest
    @EnumSource(FailureKind.class)
    void hasATitleForEveryKind(FailureKind kind) {
        for (var language : Languages.ALL) {
            assertThat(Messages.has("shared.title." + kind, language)).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "null, zh",
                "'', zh",
                "zh-CN, zh",
                "en, en",
                "en-GB;q=0.9, en",
                "'fr, en;q=0.5', en",
                "'zh;q=0.1, en;q=0.5', en",
                "fr, zh",
                "';;;', zh",
            })
    void speaksTheLanguageAskedForAndChineseOtherwise(String header, String language) {
        assertThat(Languages.of(header).getLanguage()).isEqualTo(language);
    }
}
