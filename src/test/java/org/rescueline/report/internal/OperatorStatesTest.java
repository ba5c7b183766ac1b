package org.rescueline.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rescueline.report.CallsToday.Operator;
import org.rescueline.report.CallsToday.OperatorState;
import org.rescueline.security.Role;
import org.rescueline.security.UserView;

class OperatorStatesTest {

    private static final Instant NOW = Instant.parse("2026-01-14T02:14:07Z");
    private static final UUID CALL = new UUID(0, 1);

    private final UserView operator = operator("1001");

    @Test
    void saysWhoTalksSinceTheAnswer() {
        // Given
        var talking = new TallyRow.Telephone("1001", CALL, NOW.minusSeconds(20), NOW.minusSeconds(12), null);

        // When
        var state = state(Set.of(operator.id()), talking);

        // Then
        assertThat(state.state()).isEqualTo(OperatorState.TALKING);
        assertThat(state.since()).isEqualTo(NOW.minusSeconds(12));
        assertThat(state.callId()).isEqualTo(CALL);
    }

    @Test
    void saysWhoseTelephoneRings() {
        // When
        var state = state(Set.of(), new TallyRow.Telephone("1001", CALL, NOW.minusSeconds(3), null, null));

        // Then
        assertThat(state.state()).isEqualTo(OperatorState.RINGING);
        assertThat(state.since()).isEqualTo(NOW.minusSeconds(3));
    }

    @Test
    void saysWhoIsFreeSinceTheLastCall() {
        // Given
        var over =
                new TallyRow.Telephone("1001", CALL, NOW.minusSeconds(90), NOW.minusSeconds(80), NOW.minusSeconds(7));

        // When
        var state = state(Set.of(operator.id()), over);

        // Then
        assertThat(state.state()).isEqualTo(OperatorState.FREE);
        assertThat(state.since()).isEqualTo(NOW.minusSeconds(7));
        assertThat(state.callId()).isNull();
    }

    @Test
    void saysWhoIsAway() {
        // When
        var states = OperatorStates.combine(List.of(operator), Set.of(), List.of());

        // Then
        assertThat(states).singleElement().extracting(Operator::state).isEqualTo(OperatorState.AWAY);
    }

    @Test
    void listsOnlyActiveOperatorsWithATelephone() {
        // Given
        var dispatcher = user("d", Set.of(Role.DISPATCHER), "1002", true);
        var gone = user("g", Set.of(Role.OPERATOR), "1003", false);
        var withoutTelephone = user("w", Set.of(Role.OPERATOR), null, true);

        // When
        var states = OperatorStates.combine(List.of(dispatcher, gone, withoutTelephone, operator), Set.of(), List.of());

        // Then
        assertThat(states).extracting(Operator::extension).containsExactly("1001");
    }

    private Operator state(Set<UUID> signedIn, TallyRow.Telephone telephone) {
        return OperatorStates.combine(List.of(operator), signedIn, List.of(telephone))
                .get(0);
    }

    private static UserView operator(String extension) {
        return user("operator", Set.of(Role.OPERATOR), extension, true);
    }

    private static UserView user(String name, Set<Role> roles, String extension, boolean active) {
        return new UserView(UUID.randomUUID(), name, name, roles, extension, "zh", active, 0);
    }
}
