package org.rescueline.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionsTest {

    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", "7", "W/\"7\"", " \"7\" ", "*"})
    void letsAnEditOfTheCurrentVersionPass(String ifMatch) {
        assertThatCode(() -> Versions.check(ifMatch, 7, () -> "unused")).doesNotThrowAnyException();
    }

    @Test
    void refusesAnOlderVersionAndShowsTheNewer() {
        assertThatThrownBy(() -> Versions.check(Versions.etag(6), 7, () -> "the newer view"))
                .isInstanceOfSatisfying(Failure.class, failure -> {
                    var problem = Problem.of(failure, Locale.ENGLISH, "trace");
                    assertThat(problem.status()).isEqualTo(412);
                    assertThat(problem.kind()).isEqualTo(FailureKind.STALE);
                    assertThat(problem.current()).isEqualTo("the newer view");
                });
    }

    @Test
    void asksForTheHeaderWhenItIsMissing() {
        assertThatThrownBy(() -> Versions.check(null, 7, () -> "unused"))
                .isInstanceOfSatisfying(Failure.class, failure -> {
                    assertThat(failure.status()).isEqualTo(428);
                    assertThat(failure.kind()).isEqualTo(FailureKind.INVALID);
                    assertThat(failure.code()).isEqualTo("shared.if-match-required");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"seven", "\"-1\"", "\"99999999999999999999\"", "\"7\", \"8\""})
    void refusesWhatIsNoVersion(String ifMatch) {
        assertThatThrownBy(() -> Versions.check(ifMatch, 7, () -> "unused"))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.status()).isEqualTo(400));
    }
}
