package org.rescueline.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoleTest {

    @Test
    void hasAConstantForEachRoleAndNoOther() {
        // When
        var constants =
                Arrays.stream(Roles.class.getFields()).map(RoleTest::value).toList();

        // Then
        assertThat(constants)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Role.values()).map(Role::name).toList());
    }

    @Test
    void belongsToPeopleOrToMachinesAndNeverToBoth() {
        assertThat(Role.values()).noneMatch(role -> role.isForPeople() && role.isForMachines());
        assertThat(List.of(Role.FEED, Role.MONITOR)).allMatch(Role::isForMachines);
    }

    private static Object value(java.lang.reflect.Field field) {
        try {
            return field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
