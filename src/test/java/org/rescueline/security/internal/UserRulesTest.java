package org.rescueline.security.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rescueline.security.NewUser;
import org.rescueline.security.Role;
import org.rescueline.security.SecurityConfig;
import org.rescueline.security.UserEdit;
import org.rescueline.security.UserView;
import org.rescueline.shared.Actor;
import org.rescueline.shared.ActorKind;
import org.rescueline.shared.Failure;
import org.rescueline.shared.Ids;
import org.rescueline.testkit.ConfigOf;

class UserRulesTest {

    private final UserRules rules = new UserRules(config(), false);

    @Test
    void keepsNamesInLowerCaseHoweverTheyAreTyped() {
        // When
        var user = rules.checked(aNewUser("  ＺＨＡＮＧ.Wei ", Role.OPERATOR));

        // Then
        assertThat(user.username()).isEqualTo("zhang.wei");
        assertThat(user.language()).isEqualTo("zh");
    }

    @Test
    void refusesAMachinesRoleForAPerson() {
        assertThatThrownBy(() -> rules.checked(aNewUser("zhang", Role.OPERATOR, Role.FEED)))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo("security.roles-malformed"));
    }

    @Test
    void countsTheCharactersOfAPasswordAndTheBytesBcryptReads() {
        rules.checkPassword("十个汉字的密码也可以");
        assertThatThrownBy(() -> rules.checkPassword("nine char")).hasMessageContaining("password-too-short");
        assertThatThrownBy(() -> rules.checkPassword("汉".repeat(25))).hasMessageContaining("password-too-long");
    }

    @Test
    void keepsTheLastAdministratorWhoeverWantsToRemoveHim() {
        // Given
        var last = admin();

        // When, Then
        assertThatThrownBy(() -> rules.changed(last, deactivation(), Actor.SYSTEM, 0, List.of(last.id())))
                .hasMessageContaining("last-admin");
    }

    @Test
    void letsOneAdministratorRemoveAnother() {
        // Given
        var leaving = admin();
        var staying = admin();

        // When
        var after = rules.changed(leaving, deactivation(), actor(staying), 0, List.of(leaving.id(), staying.id()));

        // Then
        assertThat(after.active()).isFalse();
    }

    @Test
    void allowsDemoAccountsOnlyInTheDemo() {
        assertThatThrownBy(rules::requireDemo).hasMessageContaining("demo-is-off");
        new UserRules(config(), true).requireDemo();
    }

    private static UserEdit deactivation() {
        return new UserEdit(null, null, null, null, false);
    }

    private static Actor actor(UserView user) {
        return new Actor(ActorKind.USER, user.id().toString(), user.displayName());
    }

    private static UserView admin() {
        return new UserView(Ids.next(), "admin", "管理员", Set.of(Role.ADMIN), null, "zh", true, 0);
    }

    private static NewUser aNewUser(String username, Role... roles) {
        return new NewUser(username, "张", "a long enough one", Set.of(roles), null, null);
    }

    private static SecurityConfig config() {
        return ConfigOf.defaults(SecurityConfig.class);
    }
}
