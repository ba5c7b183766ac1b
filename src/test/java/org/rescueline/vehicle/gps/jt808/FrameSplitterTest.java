package org.rescueline.vehicle.gps.jt808;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class FrameSplitterTest {
    @Test
    void undoesBothEscapes() {
        // Given
        byte[] wire = bytes("7e 30 7d 02 08 7d 01 55 7e");

        // When
        Collected collected = Collected.from(wire);

        // Then
        assertThat(collected.frames).singleElement().isEqualTo(bytes("30 7e 08 7d 55"));
    }

    @Test
    void takesTwoFramesThatShareOneMark() {
        // Given
        byte[] wire = bytes("7e 01 02 7e 03 04 7e");

        // When
        Collected collected = Collected.from(wire);

        // Then
        assertThat(collected.frames).containsExactly(bytes("01 02"), bytes("03 04"));
    }

    @Test
    void findsTheNextFrameAfterALostClosingMark() {
        // Given a first frame whose closing mark was lost, and a whole one behind it
        byte[] wire = bytes("7e 01 02 7e 03 04 7e 7e 05 06 7e");

        // When
        Collected collected = Collected.from(wire);

        // Then
        assertThat(collected.frames).contains(bytes("05 06"));
    }

    @Test
    void tellsOfGarbageBeforeTheFirstFrameOnce() {
        // Given
        byte[] wire = bytes("47 45 54 20 2f 7e 01 02 7e");

        // When
        Collected collected = Collected.from(wire);

        // Then
        assertThat(collected.refusals).containsExactly(FrameRefusal.GARBAGE);
        assertThat(collected.frames).containsExactly(bytes("01 02"));
    }

    @Test
    void goesOnTellingOfASenderThatNeverSendsAMark() {
        // Given three frames' worth of bytes without a single mark
        byte[] wire = new byte[FrameSplitter.MAX_CONTENT_LENGTH * 3 + 1];

        // When
        Collected collected = Collected.from(wire);

        // Then
        assertThat(collected.refusals).hasSize(3).containsOnly(FrameRefusal.GARBAGE);
    }

    @Test
    void refusesAFrameLongerThanTheStandardAllowsAndFindsTheNext() {
        // Given
        byte[] wire = new byte[FrameSplitter.MAX_CONTENT_LENGTH + 20];
        Arrays.fill(wire, (byte) 0x11);
        wire[0] = FrameSplitter.DELIMITER;
        System.arraycopy(bytes("7e 01 02 7e"), 0, wire, wire.length - 4, 4);

        // When
        Collected collected = Collected.from(wire);

        // Then
        assertThat(collected.refusals).containsExactly(FrameRefusal.TOO_LONG);
        assertThat(collected.frames).containsExactly(bytes("01 02"));
    }

    @Test
    void takesTheLongestFrameThatTheStandardAllows() {
        // Given
        byte[] wire = new byte[FrameSplitter.MAX_CONTENT_LENGTH + 2];
        wire[0] = FrameSplitter.DELIMITER;
        wire[wire.length - 1] = FrameSplitter.DELIMITER;

        // When
        Collected collected = Collected.from(wire);

        // Then
        assertThat(collected.frames).singleElement().satisfies(frame -> assertThat(frame)
                .hasSize(FrameSplitter.MAX_CONTENT_LENGTH));
    }

    @Test
    void refusesAnEscapeOfAnotherByteAndFindsTheNextFrame() {
        // Given
        byte[] wire = bytes("7e 01 7d 05 02 03 7e 04 05 7e");

        // When
        Collected collected = Collected.from(wire);

        // Then
        assertThat(collected.refusals).containsExactly(FrameRefusal.BAD_ESCAPE);
        assertThat(collected.frames).containsExactly(bytes("04 05"));
    }

    @Test
    void refusesAnEscapeCutOffByTheClosingMark() {
        // Given
        byte[] wire = bytes("7e 7d 7e");

        // When
        Collected collected = Collected.from(wire);

        // Then
        assertThat(collected.refusals).containsExactly(FrameRefusal.BAD_ESCAPE);
    }

    @Test
    void isSilentAboutMarksWithNothingBetweenThem() {
        // Given
        byte[] wire = bytes("7e 7e 7e 7e");

        // When
        Collected collected = Collected.from(wire);

        // Then
        assertThat(collected.frames).isEmpty();
        assertThat(collected.refusals).isEmpty();
    }

    private static byte[] bytes(String hex) {
        return HexFormat.ofDelimiter(" ").parseHex(hex);
    }
}
