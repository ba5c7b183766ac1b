package org.rescueline.telephony.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rescueline.telephony.DeskPhone;
import org.rescueline.telephony.DeskState;
import org.rescueline.telephony.DeskView;
import org.rescueline.telephony.RosterMember;

class InUseTest {

    private static final Instant NOW = Instant.parse("2026-01-14T02:14:07Z");

    @Test
    void tellsByDayAndByNightThePhoneThatTheOperatorChose() {
        // Given
        var members = List.of(
                seat("1001", "1001", "hotline"),
                seat("1001", "1001-web", "hotline"),
                seat("1001", "1001", "night"),
                seat("1001", "1001-web", "night"));

        // When
        var marked = InUse.mark(members, List.of(desk("1001", DeskPhone.BROWSER)));

        // Then
        assertThat(marked)
                .filteredOn(RosterMember::inUse)
                .extracting(RosterMember::queue, RosterMember::endpoint)
                .containsExactly(tuple("hotline", "PJSIP/1001-web"), tuple("night", "PJSIP/1001-web"));
    }

    @Test
    void tellsThePhoneOnTheDeskWhereNobodyHasChosen() {
        // Given
        var members = List.of(seat("1002", "1002", "hotline"), seat("1002", "1002-web", "hotline"));

        // When
        var marked = InUse.mark(members, List.of(desk("1001", DeskPhone.BROWSER)));

        // Then
        assertThat(marked)
                .filteredOn(RosterMember::inUse)
                .extracting(RosterMember::endpoint)
                .containsExactly("PJSIP/1002");
    }

    private static RosterMember seat(String extension, String endpoint, String queue) {
        return new RosterMember(
                "hotline",
                extension,
                "PJSIP/" + endpoint,
                queue,
                0,
                RosterMember.State.FREE,
                false,
                null,
                0,
                true,
                null);
    }

    private static DeskView desk(String extension, DeskPhone phone) {
        return new DeskView(
                extension,
                UUID.randomUUID(),
                "Tester",
                UUID.randomUUID(),
                phone,
                DeskState.READY,
                null,
                null,
                NOW,
                null,
                NOW,
                NOW,
                null);
    }
}
