package org.rescueline.vehicle.gps.jt808;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalPhoneTest {
    @ParameterizedTest
    @CsvSource({
        "13912345678, 13912345678",
        "013912345678, 13912345678",
        "00000000013912345678, 13912345678",
        "'  0064600001 ', 64600001",
        "0, 0",
        "000, 0",
        "0x13f, 0x13f",
        "demo-truck, demo-truck"
    })
    void matchesWithAndWithoutTheZerosInFront(String written, String expected) {
        // Given a phone as somebody wrote it

        // When
        String canonical = TerminalPhone.canonical(written);

        // Then
        assertThat(canonical).isEqualTo(expected);
    }

    @Test
    void saysWhichPhonesAHeaderCanCarry() {
        // Given a phone of thirteen digits
        String thirteen = "1391234567890";

        // When
        boolean fits2013 = TerminalPhone.fits(thirteen, ProtocolVersion.V2013);
        boolean fits2019 = TerminalPhone.fits(thirteen, ProtocolVersion.V2019);

        // Then
        assertThat(fits2013).isFalse();
        assertThat(fits2019).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"''", "0", "00000", "12a4", "1391234567890"})
    void refusesAnAddressThatAHeaderOf2013CannotCarry(String phone) {
        // Given a phone that does not fit

        // When
        var addressing = assertThatThrownBy(() -> new TerminalAddress(ProtocolVersion.V2013, phone));

        // Then
        addressing.isInstanceOf(IllegalArgumentException.class);
    }
}
