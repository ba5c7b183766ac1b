package org.rescueline.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rescueline.shared.Ids;
import org.rescueline.testkit.SignIn;

@QuarkusTest
class PhoneMaskTest {

    @Inject
    PhoneMask mask;

    @ParameterizedTest
    @CsvSource({
        "+8613800000021, 138****0021",
        "13800000021, 138****0021",
        "+862988881234, 029****1234",
        "1001, 1001",
        "110, 110",
        "anonymous, an****us"
    })
    void hidesTheMiddleOfWhatIsPersonal(String number, String masked) {
        assertThat(PhoneMask.mask(number)).isEqualTo(masked);
    }

    @Test
    void showsTheNumberToWhoeverWorksTheCase() {
        assertThat(mask.lensFor(viewer(Role.OPERATOR), true).show("+8613800000021"))
                .isEqualTo("+8613800000021");
    }

    @Test
    void hidesTheNumberFromAllOtherOperatorsAndDispatchers() {
        assertThat(mask.lensFor(viewer(Role.OPERATOR, Role.DISPATCHER), false).show("+8613800000021"))
                .isEqualTo("138****0021");
    }

    @Test
    void leavesAbsentNumbersAbsent() {
        assertThat(mask.lensFor(viewer(Role.OPERATOR), false).showIfAny(null)).isNull();
    }

    @Test
    void showsTheNumberToASupervisorAndWritesTheLookDownOnce() {
        // Given
        var number = "+86139" + String.format("%08d", Math.abs(Ids.next().getLeastSignificantBits() % 100_000_000));
        var lens = mask.lensFor(viewer(Role.SUPERVISOR), false);

        // When
        var first = lens.show(number);
        var second = lens.show(number);

        // Then
        assertThat(first).isEqualTo(number);
        assertThat(second).isEqualTo(number);
        Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(looksAt(number))
                .isEqualTo(1));
    }

    private static long looksAt(String number) {
        return SignIn.as(Role.ADMIN)
                .get("/api/v1/security/audit?kind=NUMBER_UNMASKED&size=200")
                .jsonPath()
                .<String>getList("items.subject")
                .stream()
                .filter(number::equals)
                .count();
    }

    private static Viewer viewer(Role... roles) {
        return new Viewer(UUID.randomUUID(), "tester", Set.of(roles), Optional.empty());
    }
}
