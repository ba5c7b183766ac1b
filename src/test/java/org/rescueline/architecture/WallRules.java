package org.rescueline.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.NullMarked;

/** Rules about who may know whom. */
final class WallRules {

    private static final List<String> INSIDES = List.of("internal", "web");

    private WallRules() {}

    static ArchRule importsPointDown(Rooms rooms) {
        return classes()
                .that()
                .resideInAPackage(rooms.root() + ".*..")
                .should(dependOn("only on rooms below", (from, to) -> mayImport(rooms, from, to)));
    }

    static ArchRule thereAreNoCycles(Rooms rooms) {
        return slices().matching(rooms.root() + ".(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true);
    }

    static ArchRule nobodyReachesInside(Rooms rooms) {
        return classes()
                .that()
                .resideInAPackage(rooms.root() + "..")
                .should(dependOn("on no other room's internal or web", (from, to) -> isOutside(rooms, from, to)));
    }

    static ArchRule resourcesAreInWeb(Rooms rooms) {
        return classes()
                .that()
                .areAnnotatedWith(Path.class)
                .should()
                .resideInAPackage(rooms.root() + ".*..web..")
                .allowEmptyShould(true);
    }

    static ArchRule packagesAreNamedBySubject(Rooms rooms) {
        return noClasses()
                .that()
                .resideInAPackage(rooms.root() + "..")
                .should()
                .resideInAnyPackage(
                        "..util..",
                        "..utils..",
                        "..dto..",
                        "..helper..",
                        "..helpers..",
                        "..manager..",
                        "..managers..",
                        "..common..",
                        "..impl..",
                        "..model..",
                        "..misc..");
    }

    static ArchRule everyPackageIsNullMarked(Rooms rooms) {
        return classes()
                .that()
                .resideInAPackage(rooms.root() + "..")
                .should(new ArchCondition<JavaClass>("be in a package marked @NullMarked") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        var marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                        events.add(new SimpleConditionEvent(
                                type, marked, type.getPackageName() + " of " + type.getName() + " is not @NullMarked"));
                    }
                });
    }

    private static boolean mayImport(Rooms rooms, JavaClass from, JavaClass to) {
        var own = rooms.roomOf(from).orElseThrow();
        return Rooms.exists(own)
                && (!to.getPackageName().startsWith(rooms.root())
                        || rooms.roomOf(to)
                                .filter(other -> Rooms.mayKnow(own, other))
                                .isPresent());
    }

    private static boolean isOutside(Rooms rooms, JavaClass from, JavaClass to) {
        var other = rooms.roomOf(to);
        return other.isEmpty()
                || other.equals(rooms.roomOf(from))
                || rooms.insideOf(to).stream().noneMatch(INSIDES::contains);
    }

    private static ArchCondition<JavaClass> dependOn(String what, BiFunction<JavaClass, JavaClass, Boolean> allowed) {
        return new ArchCondition<>("depend " + what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().forEach(dependency -> judge(type, dependency, events));
            }

            private void judge(JavaClass type, Dependency dependency, ConditionEvents events) {
                var target = dependency.getTargetClass().getBaseComponentType();
                events.add(new SimpleConditionEvent(type, allowed.apply(type, target), dependency.getDescription()));
            }
        };
    }
}
