package org.rescueline.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule holds for the house, and every rule finds the one small wrong thing made for it. */
class ArchitectureTest {

    private static final String BAD = "org.rescueline.architecture.bad.";
    private static JavaClasses house;

    /**
     * A rule with its proof.
     *
     * @param sample the package below {@code bad} that breaks it
     * @param culprit what the report must name
     */
    record Wall(String sample, Function<Rooms, ArchRule> rule, String culprit) {

        @Override
        public String toString() {
            return sample;
        }
    }

    static Stream<Wall> walls() {
        return List.of(
                new Wall("imports", WallRules::importsPointDown, "LooksUp"),
                new Wall("unknownroom", WallRules::importsPointDown, "LivesNowhere"),
                new Wall("cycles", WallRules::thereAreNoCycles, "Cycle detected"),
                new Wall("inside", WallRules::nobodyReachesInside, "ReachesInside"),
                new Wall("resources", WallRules::resourcesAreInWeb, "OutsideResource"),
                new Wall("naming", WallRules::packagesAreNamedBySubject, "Anything"),
                new Wall("nulls", WallRules::everyPackageIsNullMarked, "Unmarked"),
                new Wall("asterisk", LibraryRules::asteriskJavaStaysInTelephony, "DialsByItself"),
                new Wall("geodesy", LibraryRules::geodesyStaysInGeo, "MeasuresByItself"),
                new Wall("lettuce", LibraryRules::lettuceStaysInStores, "AsksRedis"),
                new Wall("entities", EntityRules::entitiesAreInternal, "OpenEntity"),
                new Wall("signatures", EntityRules::noEntityLeavesByTheFrontDoor, "ThingService.find"),
                new Wall("clocks", CallRules::thereIsOneClock, "OwnClock"),
                new Wall("blocking", CallRules::nothingBlocks, "Sleeps"))
                .stream();
    }

    @BeforeAll
    static void enter() {
        house = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.rescueline");
    }

    @ParameterizedTest
    @MethodSource("walls")
    void theHouseKeepsIt(Wall wall) {
        wall.rule().apply(Rooms.ofTheHouse()).check(house);
    }

    @ParameterizedTest
    @MethodSource("walls")
    void theRuleCanFail(Wall wall) {
        // Given
        var root = BAD + wall.sample();
        var sample = new ClassFileImporter().importPackages(root);

        // When
        var result = wall.rule().apply(new Rooms(root)).evaluate(sample);

        // Then
        assertThat(result.hasViolation()).isTrue();
        assertThat(result.getFailureReport().toString()).contains(wall.culprit());
    }

    @Test
    void everyFormOfAForbiddenCallIsFound() {
        assertThat(lines(CallRules::thereIsOneClock, "clocks")).hasSize(5);
        assertThat(lines(CallRules::nothingBlocks, "blocking")).hasSize(7);
    }

    @Test
    void theHouseIsNotEmpty() {
        assertThat(house).hasSizeGreaterThan(50);
    }

    private static List<String> lines(Function<Rooms, ArchRule> rule, String sample) {
        var root = BAD + sample;
        return rule.apply(new Rooms(root))
                .evaluate(new ClassFileImporter().importPackages(root))
                .getFailureReport()
                .getDetails();
    }
}
