package org.rescueline.vehicle.gps.jt808;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalClockTest {
    private static final long CENTURY_START = LocalDateTime.of(2000, 1, 1, 0, 0).toEpochSecond(ZoneOffset.ofHours(8));
    private static final long CENTURY_SECONDS = 3_155_760_000L;

    @Test
    void readsChineseTimeWhateverTheZoneOfTheMachine() throws MalformedFrame {
        // Given 10:14:07 in China
        BodyReader body = body("260114101407");

        // When
        long second = TerminalClock.read(body);

        // Then
        assertThat(Instant.ofEpochSecond(second)).isEqualTo("2026-01-14T02:14:07Z");
    }

    @Property(seed = "808", tries = 5000)
    void readsBackEverySecondOfTheCentury(@ForAll @LongRange(min = 0, max = CENTURY_SECONDS - 1) long offset)
            throws MalformedFrame {
        // Given
        BodyWriter written = new BodyWriter();
        TerminalClock.write(CENTURY_START + offset, written);

        // When
        long read = TerminalClock.read(new BodyReader(written.content(), 0, written.length()));

        // Then
        assertThat(read).isEqualTo(CENTURY_START + offset);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "000000000000",
                "261314101407",
                "260230101407",
                "250229101407",
                "260431101407",
                "260114241407",
                "260114106007",
                "260114101460",
                "2a0114101407",
                "26011410140f",
                "ffffffffffff"
            })
    void callsNoTimeWhatNoCalendarHas(String bcd) throws MalformedFrame {
        // Given
        BodyReader body = body(bcd);

        // When
        long second = TerminalClock.read(body);

        // Then
        assertThat(second).isEqualTo(TerminalClock.NO_TIME);
    }

    @Test
    void refusesToWriteAYearThatTwoDigitsCannotTell() {
        // Given
        long lastCentury = CENTURY_START - 1;

        // When
        var writing = assertThatThrownBy(() -> TerminalClock.write(lastCentury, new BodyWriter()));

        // Then
        writing.isInstanceOf(IllegalArgumentException.class);
    }

    private static BodyReader body(String bcd) {
        byte[] bytes = HexFormat.of().parseHex(bcd);
        return new BodyReader(bytes, 0, bytes.length);
    }
}
