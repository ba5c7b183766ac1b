package org.rescueline.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.util.Set;
import java.util.stream.Stream;

/** Entities stay inside; views leave. */
final class EntityRules {

    private static final DescribedPredicate<JavaClass> ENTITY = new DescribedPredicate<>("an entity") {
        @Override
        public boolean test(JavaClass type) {
            return type.isAnnotatedWith(Entity.class)
                    || type.isAnnotatedWith(Embeddable.class)
                    || type.isAnnotatedWith(MappedSuperclass.class);
        }
    };

    private EntityRules() {}

    static ArchRule entitiesAreInternal(Rooms rooms) {
        return classes()
                .that(ENTITY)
                .should()
                .resideInAPackage(rooms.root() + ".*..internal..")
                .allowEmptyShould(true);
    }

    static ArchRule noEntityLeavesByTheFrontDoor(Rooms rooms) {
        return classes()
                .that()
                .resideInAPackage(rooms.root() + "..")
                .and()
                .resideOutsideOfPackage("..internal..")
                .should(new ArchCondition<JavaClass>("have no entity in a public signature") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        type.getFields().stream()
                                .filter(field -> isOpen(field.getModifiers()))
                                .forEach(field -> judge(type, field.getFullName(), field(field), events));
                        type.getCodeUnits().stream()
                                .filter(unit -> isOpen(unit.getModifiers()))
                                .forEach(unit -> judge(type, unit.getFullName(), types(unit), events));
                    }
                });
    }

    private static void judge(JavaClass type, String where, Stream<JavaType> types, ConditionEvents events) {
        types.flatMap(each -> each.getAllInvolvedRawTypes().stream())
                .filter(ENTITY)
                .forEach(entity -> events.add(
                        SimpleConditionEvent.violated(type, where + " shows the entity " + entity.getName())));
    }

    private static Stream<JavaType> field(JavaField field) {
        return Stream.of(field.getType());
    }

    private static Stream<JavaType> types(JavaCodeUnit unit) {
        return Stream.concat(Stream.of(unit.getReturnType()), unit.getParameterTypes().stream());
    }

    private static boolean isOpen(Set<JavaModifier> modifiers) {
        return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }
}
